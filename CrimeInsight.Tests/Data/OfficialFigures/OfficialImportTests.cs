using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.OfficialFigures.Reading;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.OfficialFigures;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.OfficialFigures;

/// <summary>Official tables as they are published: read, checked against what they print, kept by edition and taken back.</summary>
public sealed class OfficialImportTests : IClassFixture<DatabaseFixture>, IDisposable
{
    private readonly DatabaseFixture _database;
    private readonly ReferenceDataReader _references;
    private readonly OfficialFigureStore _figures;
    private readonly OfficialImport _import;

    public OfficialImportTests(DatabaseFixture database)
    {
        DapperSetup.Apply();
        _database = database;
        _references = new ReferenceDataReader(database.App);
        _figures = new OfficialFigureStore(database.App);
        _import = new OfficialImport(_references, _figures);
    }

    public void Dispose() => _references.Dispose();

    [Fact]
    public async Task Read_DistrictsWithTotals_ChecksSumsAndKeepsTotalsForStatesAlone()
    {
        var draft = await ReadAsync("""
            STATE/UT,DISTRICT,YEAR,MURDER,THEFT,AUTO THEFT,OTHER THEFT,CUSTODIAL RAPE,OTHER IPC CRIMES,TOTAL IPC CRIMES
            KERALA,KOLLAM,2001,40,100,30,70,0,500,640
            KERALA,WAYANAD,2001,9,50,10,40,1,90,149
            KERALA,RAILWAYS,2001,1,20,0,20,0,5,26
            KERALA,RAILWAYS,2001,2,0,0,0,0,5,7
            KERALA,ZZ TOTAL,2001,52,170,40,130,1,600,823
            DELHI UT,CENTRAL,2001,10,90,40,50,0,100,200
            DELHI UT,DELHI UT TOTAL,2001,10,90,40,50,0,100,200
            """);
        Assert.Equal([("KERALA", "TOTAL IPC CRIMES", 822L, 823L)], draft.Differences.Select(one => (one.Place, one.Head, one.Summed, one.Printed)));
        Assert.Equal((7, 0, 14), (draft.Rows, draft.Repeats, draft.Checks));
        Assert.Equal(823, Of(draft, "IN-KL", 2001, "total-ipc"));
        Assert.Equal(170, Of(draft, "IN-KL", 2001, "theft"));
        Assert.Equal(40, Of(draft, "IN-KL-559", 2001, "murder"));
        Assert.Equal([("KERALA", "RAILWAYS", 1)], draft.Unplaced.Select(unit => (unit.State, unit.Unit, unit.Rows)));
        Assert.Equal([PrintedKind.Same, PrintedKind.Finer, PrintedKind.None], new[] { "MURDER", "CUSTODIAL RAPE", "OTHER IPC CRIMES" }
            .Select(name => draft.Heads.Single(head => head.Name == name).Kind));
        Assert.DoesNotContain(draft.Cells, cell => cell.Measure == "rape");
    }

    [Fact]
    public async Task Read_Workbook_GivesWhatTheSameTableGivesAsText()
    {
        const string table = "State/UT,Year,Murder,Theft\nKerala,2021,337,5000\nGoa,2021,26,300\nTotal,2021,363,5300\n";
        var bytes = DataFiles.Workbook([.. table.TrimEnd().Split('\n').Select(line => line.Split(','))]);
        var (text, book) = (await ReadAsync(table), await _import.ReadAsync(new MemoryStream(bytes), null, null, null, TestContext.Current.CancellationToken));
        Assert.Equal(text.Cells, book.Cells);
        Assert.Equal((3, 337L), (book.Rows, Of(book, "IN-KL", 2021, "murder")));
        var several = DataFiles.Zip(("a.csv", Encoding.UTF8.GetBytes(table)), ("b.csv", [1]));
        Assert.Equal(["a.csv", "b.csv"], (await Assert.ThrowsAsync<ImportRefusedException>(() => _import.ReadAsync(
            new MemoryStream(several), null, null, null, TestContext.Current.CancellationToken))).Parts);
        var chosen = await _import.ReadAsync(new MemoryStream(several), null, null, new DataFileChoice("a.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(text.Cells, chosen.Cells);
    }

    [Fact]
    public async Task Read_TwoLinesOfHeaderAndGroups_DividesHeadsFromYearsAndChecksEachTotal()
    {
        var draft = await ReadAsync("""
            TABLE 1A.4 IPC Crimes (State/UT-wise),,,,,
            S. No.,State/UT,Murder (Sec. 302 IPC),,Dowry Deaths,
            ,,2021,2022,2021,2022
            [1],[2],[3],[4],[5],[6]
            STATES:,,,,,
            1,Kerala,337,334,9,8
            2,Odisha,"1,394","1,379",293,263
            ,TOTAL STATE(S),"1,731","1,713",302,271
            3,Chandigarh,20,18,2,2
            ,TOTAL UT(S),20,19,2,2
            ,TOTAL (ALL INDIA),"1,751","1,731",304,273
            """);
        Assert.Equal(1394, Of(draft, "IN-OD", 2021, "murder"));
        Assert.Equal(8, Of(draft, "IN-KL", 2022, "dowry-death"));
        Assert.Equal(1731, Of(draft, "IN", 2022, "murder"));
        Assert.Equal([("TOTAL UT(S)", 2022, 18L, 19L)], draft.Differences.Select(one => (one.Place, one.Year, one.Summed, one.Printed)));
        Assert.Empty(draft.Unplaced);
    }

    [Fact]
    public async Task Read_YearsAsColumns_TakesTheHeadFromTheTitle()
    {
        var draft = await ReadAsync("TABLE 2A.1 Robbery - 2020 to 2022,,,\nState/UT,2020,2021,2022\nKerala,500,600,700\nGoa,5,6,7\n");
        Assert.Equal([500L, 600L, 700L], new[] { 2020, 2021, 2022 }.Select(year => Of(draft, "IN-KL", year, "robbery")));
    }

    [Fact]
    public async Task Read_Long_AddsPartsUpOnlyWhereAllAreThere()
    {
        var draft = await ReadAsync("""
            state,year,crime_head,cases
            Kerala,2022,Burglary by Day,300
            Kerala,2022,Burglary by Night,1973
            Kerala,2022,Theft,2463
            Kerala,2022,Motor Vehicle Theft,1480
            Kerala,2022,Bank Fraud,12
            Kerala,2022,Sedition,1
            """);
        Assert.Equal(2273, Of(draft, "IN-KL", 2022, "burglary"));
        Assert.Equal(2463, Of(draft, "IN-KL", 2022, "other-theft"));
        Assert.DoesNotContain(draft.Cells, cell => cell.Measure is "fraud" or "theft");
    }

    [Fact]
    public async Task Read_TableOfWomenAlone_DoesNotTakeTheirAbductionsForAll()
    {
        var draft = await ReadAsync("STATE/UT,DISTRICT,Year,Rape,Kidnapping and Abduction\nKERALA,KOLLAM,2011,30,12\nKERALA,TOTAL,2011,30,12\n");
        Assert.Equal(30, Of(draft, "IN-KL", 2011, "rape"));
        Assert.DoesNotContain(draft.Cells, cell => cell.Measure == "kidnapping-abduction");
    }

    [Fact]
    public async Task Read_NamesOfThen_AreThePlacesOfToday()
    {
        var draft = await ReadAsync("""
            STATE/UT,DISTRICT,YEAR,MURDER,RIOTS
            ANDHRA PRADESH,ADILABAD,2001,101,198
            ANDHRA PRADESH,TOTAL,2001,101,198
            D & N HAVELI,TOTAL,2001,14,27
            DAMAN & DIU,TOTAL,2001,5,8
            """);
        Assert.Contains(draft.Cells, cell => cell.Year == 2001 && cell.Cases == 101 && PlaceOf("IN-TG-501") == cell.PlaceId);
        Assert.Equal(19, Of(draft, "IN-DH", 2001, "murder"));
    }

    [Fact]
    public async Task Read_NoTotals_ComparesWithWhatIsKnown()
    {
        var draft = await ReadAsync("year,state,district,total_ipc,Murder\n2022,Kerala,Kollam,25000,40\n2022,Kerala,Wayanad,4000,9\n");
        Assert.Contains(draft.Differences, one => one is { Place: "Kerala", IsKnown: true, Head: "total_ipc", Printed: 235858, Summed: 29000 });
        Assert.DoesNotContain(draft.Cells, cell => cell.PlaceId == PlaceOf("IN-KL"));
    }

    [Theory]
    [InlineData("state,year,crime_rate,conviction_rate\nKerala,2022,66.1,80.5\nGoa,2022,17.2,20.1\n", OfficialProblem.RatesOnly)]
    [InlineData("district,unit\nKollam,a\nWayanad,b\n", OfficialProblem.NoTable)]
    [InlineData("State,Murder,Rape\nKerala,334,814\nGoa,44,75\n", OfficialProblem.YearMissing)]
    [InlineData("State,Year,Sales,Visitors\nKerala,2022,334,814\nGoa,2022,44,75\n", OfficialProblem.HeadsUnknown)]
    [InlineData("State,Year,Murder,Rape\nAtlantis,2022,334,814\nMordor,2022,44,75\n", OfficialProblem.PlacesUnknown)]
    public async Task Read_OfNoUse_SaysWhy(string text, OfficialProblem problem) => Assert.Equal(problem, (await ReadAsync(text)).Problem);

    [Fact]
    public async Task Store_EditionAgain_ReplacesItAndUndoBringsItBack()
    {
        var admin = await _database.AddPersonAsync(PersonRole.Admin, "IN");
        var first = await StoreAsync("State,Year,Murder,Rape\nSikkim,1999,11,5\nGoa,1999,44,75\n", admin);
        Assert.Equal(11, await MurdersAsync());
        var second = await StoreAsync("State,Year,Murder,Rape\nSikkim,1999,12,5\nGoa,1999,44,75\n", admin);
        Assert.Equal(12, await MurdersAsync());
        var listed = await _figures.ListAsync(TestContext.Current.CancellationToken);
        Assert.True(listed.Single(edition => edition.Id == first).IsReplaced);
        Assert.Equal((4, admin.UserName), listed.Where(edition => edition.Id == second).Select(edition => (edition.Figures, edition.LoadedBy)).Single());
        Assert.True(await _figures.UndoAsync(second, admin, TestContext.Current.CancellationToken));
        Assert.Equal(11, await MurdersAsync());
        Assert.False(await _figures.UndoAsync(second, admin, TestContext.Current.CancellationToken));
        Assert.True(await _figures.UndoAsync(first, admin, TestContext.Current.CancellationToken));
        Assert.Null(await MurdersAsync());
    }

    [Fact]
    public async Task Store_NoAdministrator_IsRefused()
    {
        var supervisor = await _database.AddPersonAsync(PersonRole.Supervisor, "IN");
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => StoreAsync("State,Year,Murder,Rape\nSikkim,1998,11,5\nGoa,1998,44,75\n", supervisor));
        // Nor does the database take their word for it.
        await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() =>
            StoreAsync("State,Year,Murder,Rape\nSikkim,1998,11,5\nGoa,1998,44,75\n", supervisor with { Role = PersonRole.Admin }));
    }

    /// <summary>The totals that NCRB prints for the country: what the states of its tables come to, exactly.</summary>
    [Theory]
    [InlineData(2020, "total-cognizable", 6_601_285)]
    [InlineData(2021, "total-cognizable", 6_096_310)]
    [InlineData(2022, "total-cognizable", 5_824_946)]
    [InlineData(2022, "total-ipc", 3_561_379)]
    [InlineData(2022, "total-sll", 2_263_567)]
    [InlineData(2020, "cyber-official", 50_035)]
    [InlineData(2021, "cyber-official", 52_974)]
    [InlineData(2022, "cyber-official", 65_893)]
    [InlineData(2023, "cyber-official", 86_420)]
    [InlineData(2020, "murder", 29_193)]
    [InlineData(2021, "murder", 29_272)]
    [InlineData(2022, "murder", 28_522)]
    [InlineData(2023, "murder", 27_721)]
    [InlineData(2021, "women-official", 428_278)]
    [InlineData(2022, "women-official", 445_256)]
    public async Task SeedTables_StatesOfAYear_AddUpToThePrintedNationalTotal(int year, string measure, long printed)
    {
        var reference = await _references.GetAsync(TestContext.Current.CancellationToken);
        var country = reference.Jurisdictions.Root!;
        var figures = await _figures.ReadAsync([country.Id], year, year, TestContext.Current.CancellationToken);
        var sum = NationalSums.Of(figures, reference).Single(sum => sum.Measure == measure);
        Assert.Equal((printed, printed, 0), (sum.Summed, sum.Printed, sum.Difference));
    }

    private async Task<OfficialDraft> ReadAsync(string text) =>
        await _import.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), null, null, null, TestContext.Current.CancellationToken);

    private async Task<Guid> StoreAsync(string text, Viewer viewer) =>
        (await _import.StoreAsync(await ReadAsync(text), "Test", "Table 1", "t.csv", viewer, TestContext.Current.CancellationToken)).Id;

    private async Task<long?> MurdersAsync() =>
        (await _figures.ReadAsync([PlaceOf("IN-SK")], 1999, 1999, TestContext.Current.CancellationToken))
            .SingleOrDefault(figure => figure.Measure == "murder")?.Cases;

    private long? Of(OfficialDraft draft, string code, int year, string measure) =>
        draft.Cells.Where(cell => cell.PlaceId == PlaceOf(code) && cell.Year == year && cell.Measure == measure)
            .Select(cell => (long?)cell.Cases)
            .SingleOrDefault();

    private int PlaceOf(string code)
    {
        var read = _references.GetAsync(TestContext.Current.CancellationToken);
        var reference = read.IsCompleted ? read.Result : read.AsTask().GetAwaiter().GetResult();
        return reference.Jurisdictions.Find(code)?.Id ?? throw new InvalidOperationException(code);
    }
}
