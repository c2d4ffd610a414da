using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Cli;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class BatchesVerbTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verb_ImportTwiceShowAndRollback_TellsWhatBecameOfTheRows()
    {
        var text = $"{ImportDatabase.Header}\nV1,2024-01-05,2024-01-06,IN-KL-565,burglary\nV2,soon,2024-01-06,IN-KL-565,burglary\n";
        var first = await database.ImportAsync(text);
        var again = await database.ImportAsync(text + "V1,2024-01-05,2024-01-06,IN-KL-565,murder\n");

        var texts = ImportVerb.TextsFor("en-IN");
        using var list = new StringWriter();
        await BatchesVerb.ListAsync(database.Batches, database.Load.Admin, 2, list, Cancel);
        var batches = JsonDocument.Parse(list.ToString()).RootElement.EnumerateArray().ToArray();
        Assert.Equal((0, 1, 1, 1, 3), (Number(batches[0], "accepted"), Number(batches[0], "duplicates"), Number(batches[0], "pendingConflicts"),
            Number(batches[0], "rejected"), Number(batches[0], "rows")));
        var number = Number(batches[1], "number");
        Assert.Equal($"row,equals_batch,equals_file,equals_row,case_number\n2,{number},test.csv,2,V1\n", await ShowAsync(again.BatchId, BatchRows.Duplicates));
        Assert.Equal(
            $"row,known_batch,known_file,known_row,case_number,differs,is_update,decision\n4,{number},test.csv,2,V1,head_code,no,\n",
            await ShowAsync(again.BatchId, BatchRows.Conflicts));
        Assert.Contains("\n3,3,occurred_from,", await ShowAsync(again.BatchId, BatchRows.Rejects), StringComparison.Ordinal);

        using var undone = new StringWriter();
        using var errors = new StringWriter();
        await BatchesVerb.RollBackAsync(database.Batches, database.Load.Admin, $"{number}", texts, undone, errors, Cancel);
        Assert.Equal((1, 1), (Number(JsonDocument.Parse(undone.ToString()).RootElement, "removed"),
            Number(JsonDocument.Parse(undone.ToString()).RootElement, "orphaned")));
        var refused = await Assert.ThrowsAsync<OperatorException>(
            () => BatchesVerb.RollBackAsync(database.Batches, database.Load.Admin, $"{first.BatchId}", ImportVerb.TextsFor("hi-IN"), undone, errors, Cancel));
        Assert.Equal("यह बैच पहले ही वापस लिया जा चुका है।", refused.Message);
        await Assert.ThrowsAsync<OperatorException>(
            () => BatchesVerb.ShowAsync(database.Batches, database.Load.Admin, "x", null, texts, undone, Cancel));
    }

    private async Task<string> ShowAsync(Guid batch, BatchRows rows)
    {
        using var output = new StringWriter { NewLine = "\n" };
        await BatchesVerb.ShowAsync(database.Batches, database.Load.Admin, $"{batch}", rows, ImportVerb.TextsFor("en-IN"), output, Cancel);
        return output.ToString();
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
