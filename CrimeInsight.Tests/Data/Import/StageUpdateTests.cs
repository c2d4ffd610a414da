using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>The dates of charge sheet and end are compared and merged like the status that they belong to.</summary>
public sealed class StageUpdateTests(DatabaseServer server) : IAsyncLifetime
{
    private readonly ImportDatabase _database = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    // What is new is taken.
    [InlineData("pending,,", "chargesheeted,2024-05-01,", "1 2024-05-01 -")]
    [InlineData("chargesheeted,,", "chargesheeted,2024-05-01,", "1 2024-05-01 -")]
    [InlineData("chargesheeted,2024-05-01,", "chargesheeted,2024-05-09,", "1 2024-05-09 -")]
    [InlineData("chargesheeted,2024-05-01,", "convicted,2024-05-01,2025-01-10", "3 2024-05-01 2025-01-10")]
    [InlineData("convicted,2024-05-01,2025-01-10", "acquitted,2024-05-01,2025-02-01", "4 2024-05-01 2025-02-01")]
    [InlineData("closed,,2024-06-01", "closed,,2024-06-20", "2 - 2024-06-20")]
    // What the row does not know stays while the case stays in that stage.
    [InlineData("chargesheeted,2024-05-01,", "convicted,,2025-01-10", "3 2024-05-01 2025-01-10")]
    [InlineData("chargesheeted,2024-05-01,", "acquitted,,", "4 2024-05-01 -")]
    [InlineData("convicted,2024-05-01,2025-01-10", "acquitted,,", "4 2024-05-01 2025-01-10")]
    // What cannot be true of the new state goes.
    [InlineData("chargesheeted,2024-05-01,", "closed,,2024-06-01", "2 - 2024-06-01")]
    [InlineData("closed,,2024-06-01", "chargesheeted,2024-08-01,", "1 2024-08-01 -")]
    [InlineData("chargesheeted,2024-05-01,", "convicted,,2024-04-20", "3 - 2024-04-20")]
    public async Task ImportAsync_LaterDates_AreAnUpdateThatIsTakenBackExactly(string before, string after, string expected)
    {
        await ImportAsync(before);
        var stood = await StageAsync();
        var plain = await ImportAsync(after);
        Assert.Equal((0, 0, 1), (plain.Updated, plain.Duplicates, plain.Conflicts));
        Assert.True(Assert.Single(await _database.Batches.ConflictsAsync(plain.BatchId, true, 0, 10, _database.Load.Admin, Cancel)).IsUpdate);
        Assert.Equal(stood, await StageAsync());

        var update = await ImportAsync(after, isUpdating: true);
        Assert.Equal((1, 0, 0), (update.Updated, update.Duplicates, update.Conflicts));
        Assert.Equal(expected, await StageAsync());
        Assert.Equal(1, (await ImportAsync(before, isUpdating: true)).Duplicates);
        Assert.Equal(expected, await StageAsync());

        await _database.Batches.RollBackAsync(update.BatchId, _database.Load.Admin, null, Cancel);
        Assert.Equal(stood, await StageAsync());
        Assert.All(
            await RollupRecount.CompareAsync(_database.Load.Fixture.Owner), table => Assert.Equal((table.Key, 0), (table.Key, table.Value.Differences)));
    }

    [Theory]
    [InlineData("chargesheeted,2024-05-01,", "chargesheeted,,", true)]
    [InlineData("convicted,2024-05-01,2025-01-10", "convicted,,", true)]
    [InlineData("convicted,2024-05-01,2025-01-10", "convicted,,2025-01-10", true)]
    [InlineData("convicted,2024-05-01,2025-01-10", "chargesheeted,2024-05-01,", false)]
    [InlineData("closed,,2024-06-01", "pending,,", false)]
    public async Task ImportAsync_LessOrEarlier_IsADuplicateOrAConflict(string before, string after, bool isDuplicate)
    {
        await ImportAsync(before);
        var stood = await StageAsync();
        var report = await ImportAsync(after, isUpdating: true);
        Assert.Equal((0, isDuplicate ? 1 : 0, isDuplicate ? 0 : 1), (report.Updated, report.Duplicates, report.Conflicts));
        Assert.Equal(stood, await StageAsync());
    }

    private async Task<ImportReport> ImportAsync(string stage, bool isUpdating = false)
    {
        var text = $"{ImportDatabase.Header},status,chargesheeted_on,disposed_on\nD1,2024-03-05,2024-03-06,IN-TN-568,burglary,{stage}\n";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var request = new ImportRequest { FileName = "book.csv", Content = content, Updates = isUpdating };
        var report = await _database.Importer.ImportAsync(request, _database.Load.Admin, null, Cancel);
        Assert.Equal(0, report.Rejected);
        return report;
    }

    private Task<string> StageAsync() => _database.Load.ScalarAsync<string>(
        "SELECT concat_ws(' ', status, coalesce(chargesheeted_on::text, '-'), coalesce(disposed_on::text, '-')) FROM crime.incident");
}
