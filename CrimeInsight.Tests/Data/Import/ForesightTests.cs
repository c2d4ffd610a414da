using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Preparing;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Import;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>What a dry run tells is what the import then does, and a dry run leaves nothing.</summary>
public sealed class ForesightTests(DatabaseServer server) : IAsyncLifetime
{
    private const string StoredSql = """
        SELECT j.code AS place, r.month, r.cases
        FROM crime.rollup_month_registered r
        JOIN crime.jurisdiction j ON j.ordinal = r.ordinal AND j.level = r.level
        WHERE r.level = @level AND r.head_id = @head
        """;

    private readonly ImportDatabase _files = new(server);

    private LoadDatabase Database => _files.Load;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _files.InitializeAsync();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task DryRun_RandomFile_TellsTheFiguresThatTheImportThenMakes(int seed, bool isOneState)
    {
        var cases = Database.RandomIncidents(seed, 1500).ToList();
        await Database.LoadAsync(cases.Take(900));
        var kerala = Database.Reference.Jurisdictions.Find("IN-KL")!;
        var file = Changed(cases, new Random(seed)).Where(one => !isOneState || Database.Reference.Jurisdictions.AtOrdinal(one.JurisdictionOrdinal) is { } place
            && kerala.Contains(place) && place.Level >= JurisdictionLevel.District).ToList();
        var info = new BatchInfo(Guid.NewGuid(), BatchKind.Import, "test.csv")
        {
            Updates = true, Source = "test", Supersedes = isOneState ? [] : [new("IN-KL", new DateOnly(2020, 6, 1))],
        };
        var sink = new Sink();
        var level = isOneState ? JurisdictionLevel.District : JurisdictionLevel.State;
        var before = await StoredAsync(level, 0);

        var told = await Database.Loader.LoadAsync(
            file, info with { IsDryRun = true, Foresight = sink, FutureRows = () => 0 }, Database.Admin, null, Cancel);
        Assert.Equal(before, await StoredAsync(level, 0));
        var done = await Database.Loader.LoadAsync(file, info with { Id = Guid.NewGuid() }, Database.Admin, null, Cancel);
        var after = await StoredAsync(level, 0);

        Assert.Equal((done.Accepted, done.Updated, done.Duplicates, done.Conflicts), (told.Accepted, told.Updated, told.Duplicates, told.Conflicts));
        var whole = sink.Changes.Where(change => change.Head is null).ToDictionary(change => (change.Place, change.Month));
        Assert.NotEmpty(whole);
        Assert.All(whole, cell => Assert.Equal(
            (before.GetValueOrDefault(cell.Key), after.GetValueOrDefault(cell.Key)), (cell.Value.Before, cell.Value.After)));
        Assert.All(before.Keys.Union(after.Keys), key => Assert.True(
            whole.ContainsKey(key) || before.GetValueOrDefault(key) == after.GetValueOrDefault(key)));
        await HeadsHoldAsync(sink, level);
        Assert.Equal(told.Duplicates, sink.RowsOf(OutcomeKind.Duplicate));
        Assert.Equal(told.Updated, sink.RowsOf(OutcomeKind.Updated));
        Assert.Equal(told.Conflicts, sink.RowsOf(OutcomeKind.Conflict));
    }

    private async Task HeadsHoldAsync(Sink sink, JurisdictionLevel level)
    {
        foreach (var head in sink.Changes.Select(change => change.Head).OfType<string>().Where(code => code != ForeseenChange.Others).Distinct())
        {
            var then = await StoredAsync(level, Database.Reference.Heads.Find(head)!.Id);
            Assert.All(sink.Changes.Where(change => change.Head == head),
                change => Assert.Equal(then.GetValueOrDefault((change.Place, change.Month)), change.After));
        }

        Assert.All(sink.Changes.Where(change => change.Head is { } head && head != ForeseenChange.Others),
            change => Assert.False(Database.Reference.Heads.IsSensitive(Database.Reference.Heads.Find(change.Head!)!.Id)));
        Assert.DoesNotContain(sink.Changes, change => change.Head == ForeseenChange.Others && (change.Before is > 0 and < 5 || change.After is > 0 and < 5));
    }

    [Fact]
    public async Task DryRun_RowsOfEveryKind_AreListedWithWhatIsKnown()
    {
        const string Rows = ImportDatabase.Header + ",status\n"
            + "1/24,2024-03-05,2024-03-06,IN-TN-568,burglary,open\n"
            + "2/24,2024-03-05,2024-03-06,IN-TN-568,burglary,open\n"
            + "3/24,2024-03-05,2024-03-06,IN-TN-568,burglary,open\n";
        await _files.ImportAsync(Rows);
        var sink = new Sink();
        var report = await DryRunAsync(
            ImportDatabase.Header + ",status\n"
            + "1/24,2024-03-05,2024-03-06,IN-TN-568,burglary,open\n"
            + "2/24,2024-03-05,2024-03-06,IN-TN-568,burglary,chargesheeted\n"
            + "3/24,2024-03-07,2024-03-08,IN-TN-568,burglary,open\n"
            + "4/24,2034-03-05,2034-03-06,IN-TN-568,burglary,open\n"
            + "5/24,2024-03-05,2024-03-06,IN-TN-568,burglary,open\n",
            sink);

        Assert.Equal((1, 1, 1, 1, 1), (report.Accepted, report.Updated, report.Duplicates, report.Conflicts, report.Rejected));
        var updated = Assert.Single(sink.Rows, row => row.Kind == OutcomeKind.Updated);
        Assert.Equal((3, "status", "Chargesheeted", "UnderInvestigation"), (updated.Row, updated.Column, updated.Value, updated.Stored));
        Assert.Equal((2, "1/24", OutcomeRow.ReasonNames.EqualsKnown),
            sink.Rows.Where(row => row.Kind == OutcomeKind.Duplicate).Select(row => (row.Row, row.Value, row.Reason)).Single());
        Assert.Contains(sink.Rows, row => row is { Kind: OutcomeKind.Conflict, Row: 4, Column: "occurred_from", Value: "2024-03-07", Stored: "2024-03-05" });
        Assert.Contains(sink.Rows, row => row is { Kind: OutcomeKind.Rejected, Row: 5 } && row.Reason == nameof(RejectReason.DateInFuture));
        Assert.Contains(report.Anomalies, anomaly => anomaly is { Kind: AnomalyKind.FutureDates, Found: 2 });
        var month = Assert.Single(report.StoredMonths);
        Assert.Equal(("IN-TN-568", new Month(2024, 3), 4, 3, 3), (month.Place, month.Month, month.Entering, month.Stored, month.Known));
    }

    /// <summary>Repaired and imputed are of the accepted rows alone, whatever became of the others; what steps changed is listed row by row.</summary>
    [Fact]
    public async Task DryRun_RepairedAndImputed_AreOfTheAcceptedAndListed()
    {
        const string header = "source_reference,occurred_from,reported_on,jurisdiction_code,head_code,property_value\n";
        await _files.ImportAsync(header + "P1/24,2024-05-05,,IN-TN-568,burglary,unknown\n");
        var sink = new Sink();
        var report = await DryRunAsync(
            header + "P1/24,2024-05-05,,IN-TN-568,burglary,unknown\nP2/24,2024-05-05,,IN-TN-568,burglary,unknown\n"
                + "P3/24,2024-05-05,,IN-TN-568,rape,unknown\nP4/24,soon,,IN-TN-568,burglary,unknown\n",
            sink);
        var preparation = report.Preparation!;
        Assert.Equal((2, 1, 1, 2, 2), (report.Accepted, report.Duplicates, report.Rejected, preparation.Repaired, preparation.Imputed));
        // Of all rows that could be read: accepted, updated, duplicates and conflicts.
        Assert.Equal(3, preparation.Steps.Single(step => step.Step == PreparationStep.Cleansing).Rows);
        Assert.Equal(1, preparation.Steps.Single(step => step.Step == PreparationStep.Duplicates).Rows);
        Assert.Equal(3, preparation.Places.Sum(count => count.Rows));
        Assert.Equal(
            [(2, "unknown", ""), (3, "unknown", ""), (4, null, null)],
            sink.Prepared.Where(row => row.Step == PreparationStep.Cleansing).Select(row => ((int)row.Row, row.Before, row.After)));
        Assert.Equal([2, 3, 4], sink.Prepared.Where(row => row.Step == PreparationStep.Imputation).Select(row => (int)row.Row));
    }

    [Fact]
    public async Task DryRun_CasesBeyondThePersonsPlaces_AreNotTold()
    {
        await _files.ImportAsync(ImportDatabase.Header + "\n1/24,2024-03-05,2024-03-06,IN-KL-565,burglary\n");
        var sink = new Sink();
        var viewer = await Database.Fixture.AddPersonAsync(PersonRole.Admin, "IN-TN");

        await DryRunAsync(ImportDatabase.Header + "\n1/24,2024-03-07,2024-03-08,IN-TN-568,burglary\n", sink, viewer);

        var conflict = sink.Rows.Where(row => row.Kind == OutcomeKind.Conflict).ToList();
        Assert.NotEmpty(conflict);
        Assert.All(conflict, row => Assert.Null(row.Stored));
    }

    private async Task<ImportReport> DryRunAsync(string text, IForesightSink sink, Viewer? viewer = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var request = new ImportRequest { FileName = "test.csv", Content = content, IsDryRun = true, Updates = true, Foresight = sink };
        return await _files.Importer.ImportAsync(request, viewer ?? Database.Admin, null, Cancel);
    }

    // Known and new cases, some of them said otherwise.
    private static IEnumerable<Incident> Changed(List<Incident> cases, Random random)
    {
        foreach (var incident in random.GetItems(cases.ToArray(), 700))
            yield return random.Next(5) switch
            {
                0 => incident with { Status = LegalStatus.Acquitted },
                1 => incident with { ReportedOn = incident.ReportedOn.AddDays(random.Next(100)), VictimGender = Gender.Unknown },
                2 => incident with { OccurredOn = incident.OccurredOn.AddDays(-random.Next(400)) },
                _ => incident,
            };
    }

    private async Task<Dictionary<(string, Month), long>> StoredAsync(JurisdictionLevel level, short head)
    {
        await using var owner = await Database.Fixture.Owner.OpenConnectionAsync(Cancel);
        return (await owner.QueryAsync<StoredRow>(StoredSql, new { level = (short)level, head }))
            .ToDictionary(row => (row.Place, Month.Of(row.Month)), row => (long)row.Cases);
    }

    private sealed record StoredRow
    {
        public string Place { get; init; } = "";

        public DateOnly Month { get; init; }

        public int Cases { get; init; }
    }

    private sealed class Sink : IForesightSink
    {
        public List<OutcomeRow> Rows { get; } = [];

        public List<ForeseenChange> Changes { get; } = [];

        public List<LikelyPair> Pairs { get; } = [];

        public int RowsOf(OutcomeKind kind) => Rows.Where(row => row.Kind == kind).Select(row => row.Row).Distinct().Count();

        public void Add(OutcomeRow row) => Rows.Add(row);

        public List<PreparedRow> Prepared { get; } = [];

        public void Add(ForeseenChange change) => Changes.Add(change);

        public void Add(PreparedRow row) => Prepared.Add(row);

        public void Add(LikelyPair pair) => Pairs.Add(pair);
    }
}
