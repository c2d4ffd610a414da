using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Rejects carry the whole row of their source, and are mended and imported again.</summary>
public sealed class RejectRoundTripTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private const string Added = "reject_row,reject_line,reject_column,reject_reason,reject_suggestion";

    [Fact]
    public async Task Rejects_MendedAndImportedAgain_AreAcceptedAndNoDuplicates()
    {
        var (first, rejects) = await ImportAsync(
            "source_reference,occurred_from,reported_on,district,head_code,latitude,longitude,Remarks,Victim Name\n"
            + "R1,2024-03-05,2024-03-06,Chennai,burglary,13.0827,80.2707,fine,A. B.\n"
            + "R2,2024-03-05,2024-03-06,Chennaj of the moon,burglary,13.0827,80.2707,=1+1,C. D.\n"
            + "R3,2024-13-05,2024-03-06,Chennai,robbery,13.0827,80.2707,\"two\nlines, quoted\",E. F.\n");
        Assert.Equal((1, 2), (first.Accepted, first.Rejected));
        Assert.Equal(
            $"source_reference,occurred_from,reported_on,district,head_code,latitude,longitude,Remarks,Victim Name,{Added}\n"
            + "R2,2024-03-05,2024-03-06,Chennaj of the moon,burglary,13.0827,80.2707,'=1+1,,3,3,district,JurisdictionUnknown,SUGGESTED\n"
            + "R3,2024-13-05,2024-03-06,Chennai,robbery,13.0827,80.2707,\"two\nlines, quoted\",,4,4,occurred_from,DateInvalid,\n",
            System.Text.RegularExpressions.Regex.Replace(rejects, "(?<=JurisdictionUnknown,).*", "SUGGESTED"));

        var (second, left) = await ImportAsync(rejects.Replace("Chennaj of the moon", "Chennai", StringComparison.Ordinal).Replace("2024-13-05", "2024-03-05",
            StringComparison.Ordinal));
        Assert.Equal((2, 2, 0, 0), (second.Rows, second.Accepted, second.Duplicates, second.Rejected));
        Assert.Equal(1, left.Count(letter => letter == '\n'));
        Assert.DoesNotContain("reject_row", second.IgnoredColumns);
    }

    [Fact]
    public async Task Rejects_OfACaseThatMayBeProtected_LackItsPlaceAndSayWhereToFillItIn()
    {
        var (_, rejects) = await ImportAsync(
            "source_reference,occurred_from,reported_on,district,head_code,latitude,longitude,modus_operandi\n"
            + "W1,2024-03-05,2024-03-06,Chennai,no such head,13.0827,80.2707,by night\n"
            + "W2,2024-13-05,2024-03-06,Chennai,rape,13.0827,80.2707,by night\n");
        Assert.Contains("W1,2024-03-05,2024-03-06,Chennai,no such head,▮▮▮,▮▮▮,▮▮▮,", rejects, StringComparison.Ordinal);
        Assert.Contains("W2,2024-13-05,2024-03-06,Chennai,rape,,,,", rejects, StringComparison.Ordinal);

        var (mended, again) = await ImportAsync(rejects.Replace("no such head", "burglary", StringComparison.Ordinal).Replace("2024-13-05", "2024-03-05",
            StringComparison.Ordinal));
        Assert.Equal((1, 1), (mended.Accepted, mended.Rejected));
        Assert.Contains("ValueWithheld", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_OfRowsWithTooManyCellsAndOpenQuotes_ShowWhatStandsThere()
    {
        var (report, rejects) = await ImportAsync(
            "source_reference;occurred_from;district;head_code\nX1;2024-03-05;Chennai;burglary;more;and more\nX2;\"2024-03-05;Chennai;burglary\n");
        Assert.Equal(2, report.Rejected);
        Assert.Contains("X1;2024-03-05;Chennai;\"burglary;more;and more\";2;2;;ColumnCount", rejects, StringComparison.Ordinal);
        Assert.Contains("X2;\"\"\"2024-03-05\";Chennai;burglary;3;3;;QuoteUnbalanced", rejects, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=2+3", "'=2+3")]
    [InlineData("-5", "-5")]
    [InlineData("-80.27", "-80.27")]
    [InlineData("-5+1", "'-5+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+91 98765", "'+91 98765")]
    public async Task Rejects_CellsThatASpreadsheetWouldRun_AreSafeAndComeBack(string cell, string written)
    {
        var (_, rejects) = await ImportAsync($"source_reference,occurred_from,district,head_code,Note\nS1,never,Chennai,burglary,\"{cell}\"\n");
        Assert.Equal($"S1,never,Chennai,burglary,{written},2,2,occurred_from,DateInvalid,", rejects.Split('\n')[1]);
        var (_, again) = await ImportAsync(rejects);
        Assert.Equal(rejects, again);
    }

    /// <summary>Whatever a file holds, no row is lost or counted twice, and its mended rejects are exactly the rows that were rejected.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rejects_OfRandomFiles_LandOnceMended(int seed)
    {
        var (text, bad) = RandomFile(seed);
        var (first, rejects) = await ImportAsync(text);
        Assert.Equal((120, first.Rows), (first.Rows, first.Accepted + first.Updated + first.Duplicates + first.Conflicts + first.Rejected));
        Assert.True(first.Rejected >= bad);
        var (again, _) = await ImportAsync(text);
        Assert.Equal((0, first.Rejected), (again.Accepted, again.Rejected));
        var mended = rejects.Replace("2024-99-77", "2024-02-02", StringComparison.Ordinal).Replace("Nowhere at all", "Chennai", StringComparison.Ordinal)
            .Replace("no such head", "robbery", StringComparison.Ordinal);
        var (second, left) = await ImportAsync(mended);
        Assert.Equal((first.Rejected, 0L, 0L), (second.Rows, second.Rejected, second.Conflicts));
        Assert.Equal(1, left.Count(letter => letter == '\n'));
        var (third, _) = await ImportAsync(mended);
        Assert.Equal((0L, second.Rows), (third.Accepted, third.Duplicates));
    }

    // With every kind of fault, rows twice, and rows without a reference.
    private static (string Text, long Bad) RandomFile(int seed)
    {
        const string header = "source_reference,occurred_from,reported_on,district,head_code,Remarks";
        var random = new Random(seed);
        var rows = new List<string>();
        long bad = 0;
        for (var i = 0; i < 120; i++)
        {
            var (day, place, head, note) = ($"2024-0{random.Next(1, 9)}-1{random.Next(10)}", "Chennai", "burglary", $"note {i}");
            var kind = random.Next(10);
            bad += kind < 4 ? 1 : 0;
            (day, place, head, note) = kind switch
            {
                0 => ("2024-99-77", place, head, "\"of, \"\"two\"\"\nlines\""),
                1 => (day, "Nowhere at all", head, "=1+1"),
                2 => (day, place, "no such head", "@x"),
                3 => ("2024-99-77", "Nowhere at all", head, "பூட்டு"),
                _ => (day, place, head, note),
            };
            var reference = kind == 4 && rows.Count > 0 ? "" : $"P{seed}-{i}";
            rows.Add(kind == 5 && rows.Count > 0 ? rows[random.Next(rows.Count)] : $"{reference},{day},2024-12-01,{place},{head},{note}");
        }

        return ($"{header}\n{string.Join('\n', rows)}\n", bad);
    }

    private async Task<(ImportReport Report, string Rejects)> ImportAsync(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var rejects = new StringWriter { NewLine = "\n" };
        var report = await database.Importer.ImportAsync(
            new ImportRequest { FileName = "test.csv", Content = content, Rejects = rejects, Override = ImportDatabase.Why },
            database.Load.Admin,
            null,
            TestContext.Current.CancellationToken);
        return (report, rejects.ToString());
    }
}
