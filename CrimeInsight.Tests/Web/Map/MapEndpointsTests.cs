using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Features.Map;
using CrimeInsight.Web.Shared.Maps.Tiles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Web.Map;

public sealed class MapEndpointsTests : IAsyncLifetime
{
    private readonly FakeData _data = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, FakeSignIn>("test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<IMapTileReader>(_data).AddSingleton<IBoundaryReader>(_data).AddSingleton<IDataStatusReader>(_data)
            .AddSingleton<IViewerAccessor>(_data);
        _app = builder.Build();
        _app.MapMapEndpoints();
        await _app.StartAsync(Cancel);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("test", "yes");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Tile_WithFilters_AsksForThemAndReturnsAPicture()
    {
        using var answer = await _http.GetAsync(
            "/map/tiles/8/182/106.png?from=2023-05&until=2024-01-16&head=murder&head=rape&in=IN-TN&status=Convicted&gender=female&theme=dark&scale=2", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("private", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Cookie", answer.Headers.Vary);
        var query = Assert.Single(_data.Queries);
        Assert.Equal((8, 182, 106), (query.Zoom, query.X, query.Y));
        Assert.Equal(new Period(new(2023, 5, 1), new(2024, 1, 16)), query.Period);
        Assert.Equal(["murder", "rape"], query.Heads);
        Assert.Equal(["IN-TN"], query.Jurisdictions);
        Assert.Equal([LegalStatus.Convicted], query.Statuses);
        Assert.Equal([Gender.Female], query.Genders);
        using var picture = SkiaSharp.SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(512, picture.Width);
    }

    [Fact]
    public async Task Tile_WithoutPeriod_ShowsTheLastTwelveCompleteMonths()
    {
        await _http.GetAsync("/map/tiles/8/182/106.png", Cancel);
        Assert.Equal(new Period(new(2024, 1, 1), new(2025, 1, 1)), _data.Queries.Single().Period);
    }

    [Fact]
    public async Task Tile_AgainWithItsTag_IsNotReadAgainUntilDataOrPersonChange()
    {
        const string url = "/map/tiles/8/182/106.png";
        using var first = await _http.GetAsync(url, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, await StatusWithTag(url, first));
        Assert.Single(_data.Queries);
        Assert.Equal(HttpStatusCode.OK, await StatusWithTag(url + "?head=theft", first));
        _data.Version++;
        Assert.Equal(HttpStatusCode.OK, await StatusWithTag(url, first));
        _data.Version--;
        _data.Person = _data.Person! with { PersonId = Guid.NewGuid() };
        Assert.Equal(HttpStatusCode.OK, await StatusWithTag(url, first));
    }

    [Fact]
    public async Task Tile_WithoutCases_IsTheEmptyPicture()
    {
        _data.Cells = [];
        Assert.Equal(DensityTileRenderer.Empty.ToArray(), await _http.GetByteArrayAsync("/map/tiles/8/182/106.png", Cancel));
    }

    [Theory]
    [InlineData("/map/tiles/8/182/106.png?from=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/map/tiles/8/182/106.png?from=2024-05&until=2024-05", HttpStatusCode.BadRequest)]
    [InlineData("/map/tiles/8/182/106.png?status=lost", HttpStatusCode.BadRequest)]
    [InlineData("/map/tiles/8/256/106.png", HttpStatusCode.NotFound)]
    [InlineData("/map/tiles/18/1/1.png", HttpStatusCode.NotFound)]
    [InlineData("/map/tiles/a/1/1.png", HttpStatusCode.NotFound)]
    [InlineData("/map/boundaries/planet.geojson", HttpStatusCode.NotFound)]
    public async Task Get_WhatIsNot_SaysSo(string url, HttpStatusCode expected)
    {
        using var answer = await _http.GetAsync(url, Cancel);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(_data.Queries);
    }

    [Theory]
    [InlineData("/map/tiles/8/182/106.png")]
    [InlineData("/map/boundaries/state.geojson")]
    public async Task Get_SignedOut_IsRefused(string url)
    {
        _http.DefaultRequestHeaders.Authorization = null;
        using var answer = await _http.GetAsync(url, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Tile_SessionEnded_IsRefused()
    {
        _data.Person = null;
        using var answer = await _http.GetAsync("/map/tiles/8/182/106.png", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Boundaries_WithAndWithoutCompression_AreTheSameJson()
    {
        Assert.Equal("District IN-TN", await _http.GetStringAsync("/map/boundaries/district.geojson?in=IN-TN", Cancel));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/map/boundaries/district.geojson?in=IN-TN");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await _http.SendAsync(request, Cancel);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        using var text = new StreamReader(new GZipStream(await answer.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress));
        Assert.Equal("District IN-TN", await text.ReadToEndAsync(Cancel));
    }

    private async Task<HttpStatusCode> StatusWithTag(string url, HttpResponseMessage earlier)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.IfNoneMatch.Add(earlier.Headers.ETag!);
        using var answer = await _http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private sealed class FakeData : IMapTileReader, IBoundaryReader, IDataStatusReader, IViewerAccessor
    {
        public List<MapTileQuery> Queries { get; } = [];

        public IReadOnlyList<MapCellCount> Cells { get; set; } = [new(13, 182 * 32 + 5, 106 * 32 + 5, 900)];

        public Viewer? Person { get; set; } = new(Guid.NewGuid(), "officer", PersonRole.Officer, [1]);

        public long Version { get; set; } = 7;

        public Task<MapTileCounts> ReadAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken)
        {
            Queries.Add(query);
            return Task.FromResult(new MapTileCounts(13, Cells, "rollup_cell"));
        }

        public ValueTask<double> ReadMeanDensityAsync(MapTileQuery query, Viewer viewer, CancellationToken cancellationToken) => new(0.02);

        public ValueTask<BoundaryCollection> ReadAsync(BoundaryLevel level, string? within, CancellationToken cancellationToken) =>
            new(new BoundaryCollection(Encoding.UTF8.GetBytes($"{level} {within}"), 1, true, Version));

        ValueTask<DataStatus> IDataStatusReader.GetAsync(CancellationToken cancellationToken) =>
            new(new DataStatus(Version, true, 1000, new DateOnly(2020, 1, 1), new DateOnly(2025, 1, 1), null));

        ValueTask<Viewer?> IViewerAccessor.GetAsync(CancellationToken cancellationToken) => new(Person);
    }

    private sealed class FakeSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers.Authorization.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim("name", "officer")], "test")), "test")));
    }
}
