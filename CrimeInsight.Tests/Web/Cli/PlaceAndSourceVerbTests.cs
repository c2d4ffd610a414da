using System.Text.Json;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Web.Cli;

/// <summary>The verbs as they are typed: words in, JSON and exit codes out.</summary>
public sealed class PlaceAndSourceVerbTests(ImportDatabase database) : IClassFixture<ImportDatabase>
{
    [Fact]
    public async Task Places_AddListAndUndo_TellWhatTheyDid()
    {
        string[] add = ["places", "add", "IN-KL-N01", "--parent", "IN-KL", "--name", "en=Test Hills", "--from", "2024-04-01", "--reason", "G.O. 12"];

        var seen = await RunAsync([.. add, "--dry-run"]);
        var made = await RunAsync(add);
        var edit = Json(made).GetProperty("edit");
        var undone = await RunAsync("places", "undo", edit.GetProperty("id").ToString());
        var list = await RunAsync("places", "list", "--place", "IN-KL");
        var unknown = await RunAsync("places", "list", "--place", "IN-XX");

        Assert.False(Json(seen).GetProperty("stored").GetBoolean());
        Assert.True(Json(made).GetProperty("stored").GetBoolean());
        Assert.Equal(("Add", "IN-KL-N01", "2024-04-01"),
            (edit.GetProperty("kind").GetString(), edit.GetProperty("place").GetString(), edit.GetProperty("from").GetString()));
        Assert.Equal(0, undone.ExitCode);
        Assert.DoesNotContain(Json(list).GetProperty("places").EnumerateArray(), place => place.GetProperty("code").GetString() == "IN-KL-N01");
        Assert.Contains(Json(list).GetProperty("places").EnumerateArray(), place => place.GetProperty("code").GetString() == "IN-KL-565");
        Assert.NotEqual(0, unknown.ExitCode);
        Assert.Equal("There is no place 'IN-XX'; 'places list' prints them.", unknown.Errors.Trim());
    }

    [Fact]
    public async Task Sources_NoneYet_AreAnEmptyListAndAClearRefusal()
    {
        var list = await RunAsync("sources", "list");
        var run = await RunAsync("sources", "run", "district folder", "--culture", "hi-IN");

        Assert.Equal((0, 0), (list.ExitCode, Json(list).GetArrayLength()));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("district folder", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private static JsonElement Json(VerbRun run) => JsonDocument.Parse(run.Output).RootElement;

    private Task<VerbRun> RunAsync(params string[] words) =>
        VerbRun.OverAsync(database.Load.Fixture, TestContext.Current.CancellationToken, words);
}
