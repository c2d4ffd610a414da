using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Suggesting;
using CrimeInsight.Core.Import.Understanding;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>What is said of a file before it is imported, and the mapping suggested for it.</summary>
public sealed class FileUnderstanderTests
{
    private const string Register =
        "FIR register of Chennai;;;;\nPeriod: March 2024, draft;;;;\nFIR No.;Date of Offence;Date of Registration;Police Station;Crime Head\n";

    [Fact]
    public void Read_RegisterWithTitlesTotalsAndNotes_TellsThemFromRows()
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"{i}/2024;{i % 28 + 1:00}-03-2024;{i % 28 + 1:00}-03-2024;Alpha;burglary\n"));
        var file = Read($"{Register}{rows}Total;40;;;\nNote: as of today;;;;\n");
        Assert.Equal((';', 3, 1, 40L, 2L), (file.Delimiter, file.HeaderRow, file.HeaderRows, file.RowsSeen, file.Footers));
        Assert.Equal(["FIR register of Chennai", "Period: March 2024, draft"], file.Titles);
        Assert.Equal(["FIR No.", "Date of Offence", "Date of Registration", "Police Station", "Crime Head"], file.Columns.Select(column => column.Name));
        var dates = file.Columns[1];
        Assert.Equal((ValueKind.Date, DateOrder.DayFirst, 0.0, 28), (dates.Kind, dates.Order, dates.EmptyShare, dates.Distinct));
        Assert.Equal(KeyValuePair.Create("Alpha", 40L), file.Columns[3].Frequent[0]);
        Assert.True(file.IsWhole);
    }

    [Fact]
    public void Read_HeaderOfTwoLines_IsJoined()
    {
        var file = Read("FIR No.,Victim,,Accused,,Date\n,Age,Gender,Age,Gender,\n1,34,F,20,M,2024-03-05\n2,35,M,21,M,2024-03-06\n");
        Assert.Equal(["FIR No.", "Victim Age", "Victim Gender", "Accused Age", "Accused Gender", "Date"], file.Columns.Select(column => column.Name));
        Assert.Equal((1, 2, 2L), (file.HeaderRow, file.HeaderRows, file.RowsSeen));
    }

    [Fact]
    public void Read_HeaderOfTwoLinesWithCellsMergedDownAndAcross_IsJoinedOnce()
    {
        // As a workbook is read: what is merged down stands twice, and the blank cell at the end of the first row is not there.
        var file = Read("FIR No.,Date,Victim\nFIR No.,Date,Age,Gender\n1,2024-03-05,34,F\n2,2024-03-06,35,M\n");
        Assert.Equal(["FIR No.", "Date", "Victim Age", "Victim Gender"], file.Columns.Select(column => column.Name));
        Assert.Equal((1, 2, 2L), (file.HeaderRow, file.HeaderRows, file.RowsSeen));
    }

    [Fact]
    public void Suggest_OnlyARegistrationDateAndNumbersThatRestart_SaysWhatItMakesOfThem()
    {
        var mapping = MappingSuggester.Suggest(Read(
            "FIR No.,Year,Police Station,District,Registration Date,Head\n1,2023,Alpha,Ernakulam,02-06-2023,burglary\n"
            + "2,2023,Alpha,Ernakulam,13-06-2023,robbery\n1,2023,Beta,Ernakulam,14-06-2023,murder\n"), "m");
        Assert.Equal(["Registration Date"], mapping.Columns["occurred_from"].From);
        Assert.Contains(mapping.Columns["occurred_from"].Grounds!, ground => ground.Kind == GroundKind.OnlyDate);
        Assert.Equal(["FIR No.", "Year", "Police Station"], mapping.Columns["source_reference"].From);
        Assert.Contains(mapping.Columns["source_reference"].Grounds!, ground => ground.Kind == GroundKind.NumbersRestart);
    }

    [Theory]
    [InlineData("13.0827", ValueKind.Coordinate)]
    [InlineData("13°04'57.7\\\"N", ValueKind.Coordinate)]
    [InlineData("POINT(80.2707 13.0827)", ValueKind.Point)]
    [InlineData("420950.25", ValueKind.Projected)]
    [InlineData("2024", ValueKind.Year)]
    [InlineData("45", ValueKind.Number)]
    [InlineData("34 yrs", ValueKind.Age)]
    [InlineData("महिला", ValueKind.Gender)]
    [InlineData("Yes", ValueKind.YesOrNo)]
    [InlineData("9.30 PM", ValueKind.Time)]
    [InlineData("५ मार्च २०२४", ValueKind.Date)]
    [InlineData("burglary", ValueKind.Text)]
    public void Read_ColumnOfOneKind_IsOfIt(string value, ValueKind kind)
    {
        var cell = value.Replace("\\\"", "\"", StringComparison.Ordinal);
        Assert.Equal(kind, Read($"a;b\n1;{cell}\n2;{cell}\n3;{cell}\n").Columns[1].Kind);
    }

    [Theory]
    [InlineData("12,34,567", NumberForm.Lakhs)]
    [InlineData("1,234,567", NumberForm.Thousands)]
    [InlineData("13,0827", NumberForm.DecimalComma)]
    [InlineData("1234", NumberForm.Plain)]
    public void Read_Numbers_AreOfTheirForm(string value, NumberForm form) => Assert.Equal(form, Read($"a;b\nx;{value}\ny;{value}\n").Columns[1].Numbers);

    [Theory]
    [InlineData("Fkkuk pksjh gR;k iqfyl ftyk vijk/k esa vkSj dh fnukad Fkkuk pksjh ftyk", "Kruti Dev")]
    [InlineData("khtl;lk; fhty; epiyak; jpUl;L ehs; Fw;wk; nfhiy khtl;lk; ehs; Fw;wk;", "Bamini")]
    [InlineData("the house was entered through a window at night by two men", null)]
    [InlineData("Bengaluru Thiruvananthapuram Visakhapatnam Ahilyanagar Kozhikode Khurda Thane Kutch Wokha", null)]
    public void Read_TextForOldFonts_IsNamed(string text, string? font)
    {
        var rows = string.Concat(text.Split(' ').Select((word, index) => $"{index}|{word}\n"));
        Assert.Equal(font, Read($"no|words\n{rows}").Columns[1].LegacyFont);
    }

    [Fact]
    public void Read_Windows1252_IsFound() =>
        Assert.Equal("windows-1252", FileUnderstander.Read(new MemoryStream([.. "a,b\ncaf\xE9,2\n".Select(letter => (byte)letter)])).Encoding);

    [Fact]
    public void Read_TableOfCounts_HasItsColumnsCounted() =>
        Assert.Equal(4, Read("STATE,YEAR,MURDER,RAPE,THEFT,TOTAL\nKERALA,2001,40,20,9,69\nGOA,2001,9,12,3,24\n").CountColumns);

    /// <summary>A large file is looked at in its middle and end, not read.</summary>
    [Fact]
    public void Read_LargeFile_SeesItsEndWithoutReadingItAll()
    {
        var text = new StringBuilder("no,when\n");
        for (var i = 0; text.Length < 12_000_000; i++)
            text.Append(i).Append(",01/02/2024\n");
        text.Append("last,12/31/2024\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        foreach (var content in new[] { bytes, DataFiles.Zip(("a.csv", bytes)), DataFiles.Gzip(bytes) })
        {
            var file = FileUnderstander.Read(new MemoryStream(content));
            Assert.Equal((DateOrder.MonthFirst, false), (file.Columns[1].Order, file.IsWhole));
            Assert.InRange(file.RowsSeen, 1000, 150_000);
        }
    }

    [Theory]
    [InlineData("03-15-2024", "MM-dd-yyyy")]
    [InlineData("3/15/2024 9:05", "M/d/yyyy H:mm")]
    [InlineData("03.15.24", "MM.dd.yy")]
    [InlineData("03/15/2024 9:05 PM", "MM/dd/yyyy h:mm tt")]
    [InlineData("03-15-2024 13:00:00", "MM-dd-yyyy HH:mm:ss")]
    public void Suggest_MonthFirstDates_GetTheirFormat(string date, string format)
    {
        var mapping = Suggest($"Incident Date,District,Crime Type\n{date},Chennai,burglary\n{date},Chennai,arson\n");
        Assert.Equal([format], mapping.Columns["occurred_from"].Formats!);
        _ = ImportMapping.Parse(mapping.ToJson());
    }

    [Theory]
    [InlineData("एफआईआर संख्या,घटना की तारीख,जिला,अपराध का प्रकार")]
    [InlineData("குற்ற எண்,சம்பவ தேதி,மாவட்டம்,குற்ற வகை")]
    [InlineData("মামলা নম্বর,ঘটনার তারিখ,জেলা,অপরাধের ধরন")]
    [InlineData("కేసు నంబర్,తేదీ,జిల్లా,నేర రకం")]
    [InlineData("ગુના નંબર,તારીખ,જિલ્લો,ગુનાનો પ્રકાર")]
    [InlineData("ಅಪರಾಧ ಸಂಖ್ಯೆ,ದಿನಾಂಕ,ಜಿಲ್ಲೆ,ಅಪರಾಧದ ವಿಧ")]
    [InlineData("FIR_NO,Date Of Occurrence,DISTRICT NAME,Crime-Head")]
    public void Suggest_HeadersOfALanguage_AreKnown(string header)
    {
        var mapping = Suggest($"{header}\n1/2024,17-03-2024,Chennai,burglary\n2/2024,18-03-2024,Chennai,arson\n");
        Assert.Equal(["source_reference", "occurred_from", "district", "head_code"], mapping.Columns.Keys);
        Assert.All(mapping.Columns.Values, column => Assert.True(column.Confidence > 0.9 && column.Reason!.Length > 0));
    }

    [Fact]
    public void Suggest_SwappedCoordinates_ArePutRightWithTheReason()
    {
        var mapping = Suggest("date,crime,lat,lon\n2024-03-05,burglary,80.2707,13.0827\n2024-03-05,arson,77.2091,28.6139\n");
        Assert.Equal(("lon", "lat"), (mapping.Columns["latitude"].FirstColumn, mapping.Columns["longitude"].FirstColumn));
        Assert.Contains("changed places", mapping.Columns["latitude"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Suggest_PersonalColumns_AreNeverRead()
    {
        var mapping = Suggest("FIR No,Date,District,Crime Head,Victim Name,Mobile\n1,2024-03-05,Chennai,burglary,A. B.,9876543210\n");
        Assert.DoesNotContain(mapping.Columns.Values, column => column.FirstColumn is "Victim Name" or "Mobile");
    }

    [Fact]
    public void Fingerprint_OfTheSameHeaderNextMonth_IsTheSame() => Assert.Equal(
        HeaderFingerprint.Of(["FIR No.", "Date", "District"]), HeaderFingerprint.Of(["DISTRICT", "fir_no", "Date "]));

    [Fact]
    public void Read_PlainFileWithAFewOddRows_NamesThemAndNotTheFirst()
    {
        var random = new Random(4);
        string[] heads = ["Burglary", "Theft", "Robbery", "Cheating"];
        string Value() => random.Next(3) == 0 ? "" : $"{random.Next(100, 99999)}";
        string Row(int number) => $"{number}/2024,{random.Next(1, 28):00}-03-2024,{heads[random.Next(4)]},{Value()}";
        List<string> rows = [.. Enumerable.Range(1, 400).Select(Row)];
        rows[122] = "123/2024,2024/03/05 approx.,Theft,500";
        rows[222] = "223/2024,05-03-2024,,500";
        rows[322] = "323/2024,05-03-2024,\"Theft of a motorcycle, a gold chain and a mobile phone from the parking lot\",500";

        var found = Read("FIR,Date,Head,Value\n" + string.Join('\n', rows) + "\n").Oddest;

        Assert.Equal([124L, 224L, 324L], found.Take(3).Select(row => row.Row!.Value).Order());
        Assert.Empty(Read("FIR,Date,Head,Value\n" + string.Join('\n', Enumerable.Range(1, 400).Select(Row)) + "\n").Oddest);
    }

    [Fact]
    public void Read_OddRowAmongTheFirst_IsNamed()
    {
        List<string> rows = [.. Enumerable.Range(1, 60).Select(number => $"{number}/2024,Theft")];
        rows[1] = "2/2024,";

        Assert.Equal([3L], Read("FIR,Head\n" + string.Join('\n', rows) + "\n").Oddest.Select(row => row.Row!.Value));
    }

    private static FileUnderstanding Read(string text) => FileUnderstander.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static ImportMapping Suggest(string text) => MappingSuggester.Suggest(Read(text), "test");
}
