using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Tests.Web.Boundaries;
using CrimeInsight.Web.Cli;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Cli;

public sealed class BoundariesVerbTests : IDisposable, IIncidentImporter
{
    private readonly FakeBoundaryEditions _editions = new();
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.geojson");
    private readonly ServiceProvider _services;

    public BoundariesVerbTests()
    {
        File.WriteAllText(_path, BoundarySamples.File);
        _services = new ServiceCollection()
            .AddSingleton<IIncidentImporter>(this)
            .AddSingleton<IBoundaryEditions>(_editions)
            .AddSingleton<IBoundaryReader>(new BoundarySamples())
            .AddSingleton<IReferenceDataReader>(new FakeReference())
            .AddSingleton<IPlaceAliases>(new FakePlaceAliases())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<BoundaryAnalysis>()
            .BuildServiceProvider();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _services.Dispose();
        File.Delete(_path);
    }

    public Task<Viewer> EnsureAdministratorAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new Viewer(Guid.NewGuid(), "server", PersonRole.Admin, [1]));

    public Task<ImportReport> ImportAsync(ImportRequest request, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    [Fact]
    public async Task Import_DoubtfulAreas_KeepsNothingUntilTheyAreAccepted()
    {
        var (code, json) = await ImportAsync();
        Assert.Equal((OfficialVerb.NothingUsable, 3, 2, 1, 1), (
            code, json.GetProperty("areas").GetInt32(), json.GetProperty("matched").GetInt32(), json.GetProperty("toReview").GetInt32(),
            json.GetProperty("leftOut").GetInt32()));
        Assert.Equal(["A2", "Nowhereland"], json.GetProperty("doubtful").EnumerateArray().Select(area => area.GetProperty("name").GetString()));
        Assert.Equal(0, json.GetProperty("doubtful")[0].GetProperty("shared").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("edition").ValueKind);

        (code, json) = await ImportAsync(isAccepting: true, isDryRun: true);
        Assert.Equal((0, 0), (code, _editions.Loads.Count));

        (code, json) = await ImportAsync(isAccepting: true, day: new DateOnly(2020, 4, 1));
        Assert.Equal(0, code);
        Assert.Equal(_editions.Editions[0].Id, json.GetProperty("edition").GetGuid());
        var load = Assert.Single(_editions.Loads);
        Assert.Equal((BoundaryLevel.District, "Survey", new DateOnly(2020, 4, 1)), (load.Level, load.Source, load.ValidFrom));
    }

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("2999-01-01")]
    public async Task Import_DayThatCannotBe_IsRefusedInWords(string day) => Assert.Contains(
        "--valid-from", (await Assert.ThrowsAsync<OperatorException>(() => ImportAsync(day: DateOnly.Parse(day, null)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Import_NoBoundaries_NamesTheProblem()
    {
        await File.WriteAllTextAsync(_path, "no map", Cancel);
        var (code, json) = await ImportAsync();
        Assert.Equal((OfficialVerb.NothingUsable, "notRead"), (code, json.GetProperty("problem").GetString()));
    }

    [Fact]
    public async Task ListAndUndo_TellWhatHolds_AndWhyNot()
    {
        await ImportAsync(isAccepting: true);
        var output = new StringWriter();
        await BoundariesVerb.UndoAsync(_services, _editions.Editions[0].Id, output, Cancel);
        await BoundariesVerb.ListAsync(_services, output, Cancel);
        Assert.Contains("\"level\": \"district\"", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"undoneBy\": \"server\"", output.ToString(), StringComparison.Ordinal);
        _editions.Refusal = BoundaryRefusal.LaterEdition;
        var refused = await Assert.ThrowsAsync<OperatorException>(() => BoundariesVerb.UndoAsync(_services, Guid.NewGuid(), output, Cancel));
        Assert.Contains("take those back first", refused.Message, StringComparison.Ordinal);
    }

    private async Task<(int Code, JsonElement Json)> ImportAsync(bool isAccepting = false, bool isDryRun = false, DateOnly? day = null)
    {
        var output = new StringWriter();
        var code = await BoundariesVerb.ImportAsync(_services, new BoundariesArguments(_path, null, "Survey", day, isAccepting, isDryRun), output, Cancel);
        return (code, JsonDocument.Parse(output.ToString()).RootElement);
    }
}
