using System.Net;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Export;

public sealed class ExportDoorTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string Password = "correct horse battery";
    private const string Cases = "/export/cases.csv?m=count&from=2024-01-01&until=2025-01-01";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Endpoints_EveryFile_PassTheDoor()
    {
        var files = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/export/", StringComparison.Ordinal) == true).ToList();

        Assert.True(files.Count >= 5);
        Assert.All(files, file => Assert.NotNull(file.Metadata.GetMetadata<ExportMark>()));
    }

    [Theory]
    [InlineData("en", "Too many downloads in a short time. Try again in")]
    [InlineData("hi", "कम समय में बहुत अधिक डाउनलोड हुए।")]
    [InlineData("ta", "குறுகிய நேரத்தில் மிக அதிகப் பதிவிறக்கங்கள்.")]
    public async Task Export_ManyOfOnePerson_AreHeldUpInTheirLanguage(string language, string expected)
    {
        var (name, other) = ($"exporter-{language}", $"other-{language}");
        await site.AddPersonAsync(name, Password);
        await site.AddPersonAsync(other, Password);
        using var client = site.NewClient(language);
        (await client.SignInAsync(name, Password)).Dispose();
        for (var export = 0; export < ExportDoor.Rule.Free; export++)
        {
            using var file = await client.GetAsync(Cases);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.True(file.Headers.CacheControl!.NoStore);
        }

        using var refused = await client.GetAsync(Cases);
        using var colleague = site.NewClient(language);
        (await colleague.SignInAsync(other, Password)).Dispose();
        using var theirs = await colleague.GetAsync(Cases);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.StartsWith(expected, await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), ExportDoor.Rule.FirstWait);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
    }

    // The demo ends while a file is written: what was read before it, and what is said after it, would not be of one kind.
    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    [InlineData(false, true, true)]
    public async Task Invoke_MarkAndDataOfDifferentKinds_SendsNothing(bool isSynthetic, bool endsMeanwhile, bool isRefused)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var statuses = new TwoStatuses(endsMeanwhile);
        var door = ActivatorUtilities.CreateInstance<ExportDoor>(scope.ServiceProvider, statuses);
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<IViewerAccessor>(new FakeViewers()).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };

        var answer = await door.InvokeAsync(
            new DefaultEndpointFilterInvocationContext(http), _ => ValueTask.FromResult<object?>(new ExportFile([1], TableFormat.Csv, "a", isSynthetic)));

        Assert.Equal(isRefused, answer is not ExportFile);
        Assert.Equal("no-store", http.Response.Headers.CacheControl);
    }

    // Synthetic data that stay, or that end before the second look.
    private sealed class TwoStatuses(bool endsMeanwhile) : IDataStatusReader
    {
        private int _looks;

        public ValueTask<DataStatus> GetAsync(CancellationToken cancellationToken)
        {
            var isOver = endsMeanwhile && _looks++ > 0;
            return ValueTask.FromResult(new DataStatus(1, !isOver, 1, null, null, null) { IsDemoOver = isOver });
        }
    }
}
