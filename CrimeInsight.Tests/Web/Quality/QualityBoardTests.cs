using System.Collections.Immutable;
using Bunit;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Quality;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Quality;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Quality;

public sealed class QualityBoardTests : WebContext
{
    [Theory]
    [InlineData("en-IN", "Without an hour: 90.0%", "To call: SP, A1", "36 cases")]
    [InlineData("hi-IN", "समय नहीं: 90.0%", "संपर्क करें: SP, A1", "36 मामले")]
    [InlineData("ta-IN", "நேரம் இல்லாதவை: 90.0%", "தொடர்புக்கு: SP, A1", "36 வழக்குகள்")]
    public void Render_OnePlaceWithoutHours_NamesItItsFigureAndWhomToCall(string culture, string finding, string call, string cases)
    {
        UseCulture(culture);
        Services.AddSingleton<IQualityReader>(new FakeQuality());
        Services.AddSingleton<QualityAnalysis>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.SetupModule("./Shared/Charts/ApexChart.razor.js").Mode = JSRuntimeMode.Loose;
        var scope = new Scope(new ScopeCodes("A"), FakeViewer, SmallReference.Data, MapContexts.Status, [], [Place("A")], [], Period.Year(2023));

        var board = Render<QualityBoard>(parameters => parameters.Add(one => one.Context, scope));
        board.WaitForElement(".quality-list");

        var places = board.FindAll(".quality-list > li");
        Assert.Contains(finding, places[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(call, places[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/quality?in=A1", places[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(cases, places[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(places[1].QuerySelectorAll(".quality-call"));
    }

    private static Viewer FakeViewer => new(Guid.Empty, "supervisor", PersonRole.Supervisor, [2]);

    private static Jurisdiction Place(string code) => SmallReference.Data.Jurisdictions.Find(code)!;

    /// <summary>A1 has 100 cases a month, nine of ten without an hour; A2 three cases a month.</summary>
    private sealed class FakeQuality : IQualityReader
    {
        public Task<IReadOnlyList<QualityCounts>> ReadAsync(
            ImmutableArray<Jurisdiction> parts, ImmutableArray<CrimeHead> heads, ImmutableArray<CrimeHead> judged, Period registered, Viewer viewer,
            CancellationToken cancellationToken)
        {
            Assert.Equal(["A1", "A2", "A"], parts.Select(part => part.Code));
            var until = Month.Of(registered.Until);
            IReadOnlyList<QualityCounts> counts =
            [
                .. Enumerable.Range(1, 12).SelectMany(back => new[]
                {
                    new QualityCounts(0, until - back, 100, 100, 100, 10, [90, 0, 0, 0, 0, 0]),
                    new QualityCounts(1, until - back, 3, 3, 3, 3, [0, 0, 0, 0, 0, 0]),
                    new QualityCounts(2, until - back, 103, 103, 103, 13, [90, 0, 0, 0, 0, 0]),
                }),
            ];
            return Task.FromResult(counts);
        }

        public Task<IReadOnlyList<PlaceContact>> ContactsAsync(ImmutableArray<Jurisdiction> parts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<PlaceContact>>([new PlaceContact(0, "SP, A1")]);
    }
}
