using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>
/// Protected cases in every way a row can end (stored, duplicate, conflict, update, rejected, checked only): then every table is read whole, as its owner,
/// for their hours, exact places, words and values.
/// </summary>
public sealed class ProtectedSweepTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private const string Columns =
        $"{ImportDatabase.Header},latitude,longitude,victim_gender,victim_age,property_value,modus_operandi,status\n";

    // Of 21:37 in India, also as UTC; of the exact place; of the words; of the value; of a day of birth.
    private const string Marks =
        $"{PlantedMarks.Time}|{PlantedMarks.Value}|13.08293|80.27093|sweepword|2010.?05.?12|12/05/2010|13/05/1996";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("(7,2023-03-05 21:37:00,x)", true)]
    [InlineData("(7,\"2024-05-06 16:07:00+00\",x)", true)]
    [InlineData("2024-05-06T21:37", true)]
    [InlineData("6 May 2024, 21:37", true)]
    [InlineData("at 21.37 hours", true)]
    [InlineData(",45671,", true)]
    [InlineData("Rs 45,671", true)]
    [InlineData("2026-12-01 06:16:07.5", false)]
    [InlineData("2026-12-01 06:06:16.077927+00", false)]
    [InlineData("2026-12-01 16:07:09.1+00", false)]
    [InlineData("1 Dec 2026, 21:37", false)]
    [InlineData("8d47-0dd45671952a", false)]
    public async Task Marks_PlantedOrByChance_AreToldApart(string text, bool isPlanted)
    {
        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        Assert.Equal(isPlanted, await owner.ExecuteScalarAsync<bool>("SELECT @text ~ @marks", new { text, marks = Marks }));
        Assert.Equal(isPlanted, System.Text.RegularExpressions.Regex.IsMatch(text, Marks));
    }

    [Fact]
    public async Task Import_ProtectedCasesInEveryWay_LeaveNothingInAnyTable()
    {
        var rows = string.Concat(Rows());
        // Stored or rejected; again; otherwise, to be decided and as an update; with a fault in each column; checked only.
        await database.ImportAsync(Columns + rows);
        await database.ImportAsync(Columns + rows);
        await database.ImportAsync(Columns + rows.Replace("2023-03-05T", "2023-03-04T", StringComparison.Ordinal));
        foreach (var (good, bad) in new[]
        {
            ("pending", "nonsense"), ("IN-TN-568", "IN-TN-999"), ("13.08293", "53.08293"), ("2023-03-06", "2022-03-06"), ("45671", "45671x"),
        })
            await database.ImportAsync(Columns + rows.Replace(good, bad, StringComparison.Ordinal)
                .Replace("\"H", "\"XH", StringComparison.Ordinal)
                .Replace("\"P", $"\"X{good[0]}", StringComparison.Ordinal));
        await database.ImportAsync(Columns + rows, isDryRun: true);

        await using var owner = await database.Load.Fixture.Owner.OpenConnectionAsync(Cancel);
        var tables = await owner.QueryAsync<string>("""
            SELECT format('%I.%I', n.nspname, c.relname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
            ORDER BY 1
            """);
        List<string> found = [];
        foreach (var table in tables)
            found.AddRange(await owner.QueryAsync<string>(
                $"SELECT '{table}: ' || left(t::text, 600) FROM {table} AS t WHERE t::text ~ @marks LIMIT 3", new { marks = Marks }));
        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.True(await owner.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE is_sensitive") >= 12);
        Assert.Equal(0, await owner.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE NOT is_sensitive"));
    }

    private static IEnumerable<string> Rows()
    {
        string[] heads =
        [
            "376 IPC", "IPC 302, 376D", "6 POCSO Act", "302 IPC & POCSO Act", "75 JJ", "302 IPC and JJ Act", "पॉक्सो 6", "rape 376", "302 IPC @ 376 IPC",
        ];
        string[] people =
        [
            "female,15", "female,minor", "girl,", "15Y/F,", ",15Y/F", "female,U/18", "female,12/05/2010", "minor grl,", "female,15?", "female,\"34, 15\"",
            "male,15/F", "female,13/05/1996?",
        ];
        return heads.Select((head, at) => Row($"H{at}", head, ",30")).Concat(people.Select((person, at) => Row($"P{at}", "burglary", person)));
    }

    private static string Row(string reference, string head, string person) =>
        $"\"{reference}\",2023-03-05T21:37,2023-03-06,IN-TN-568,\"{head}\",13.08293,80.27093,{person},45671,sweepword,pending\n";
}
