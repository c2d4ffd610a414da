using System.Collections.Immutable;
using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Core.Hotspots;
using CrimeInsight.Tests.Resources;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Hotspots;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Controls;

namespace CrimeInsight.Tests.Web.Hotspots;

/// <summary>Every registered method has all that a method needs: a name in addresses, a version, settings, a report, texts and a presenter.</summary>
public sealed class HotspotMethodTests
{
    public static TheoryData<string> Methods => [.. GridHotspots.Methods.All.Select(method => method.Key)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_Registered_HasAllItNeeds(string key) => Assert.Empty(Problems(GridHotspots.Methods.Find(key)!, Presenters.All.All));

    [Fact]
    public void Method_Registered_SharesNothingThatTellsItApart()
    {
        Assert.Equal(["neighbours", "likeness", "recent", "emerging", "cells", "clusters", "density", "near-repeats", "concentration"],
            GridHotspots.Methods.All.Select(method => method.Key));
        Assert.Equal(GridHotspots.Methods.All.Length, GridHotspots.Methods.All.DistinctBy(method => None(method).GetType()).Count());
        Assert.Throws<ArgumentException>(() => new HotspotMethods([new InventedMethod(), new InventedMethod()]));
        Assert.Throws<ArgumentException>(() => GridHotspots.Methods.Of(new InventedSettings()));
    }

    [Fact]
    public void Method_Invented_HasAllItNeeds() => Assert.Empty(Problems(new InventedMethod(), [new InventedPresenter()]));

    /// <summary>The controls: whatever a method lacks is found.</summary>
    [Fact]
    public void Method_LacksSomething_IsFound()
    {
        Assert.Equal(["no presenter"], Problems(new InventedMethod(), []));
        Assert.Equal(["no address: Invented One", "no version: 0", "other settings in its report"], Problems(new Bad(), [new BadPresenter()])
            .Where(problem => !problem.StartsWith("no text", StringComparison.Ordinal)));
        Assert.Equal(ResourceFile.Languages.Select(language => $"no text Nowhere in {language}"), Problems(new Bad(), [new BadPresenter()])
            .Where(problem => problem.StartsWith("no text", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Problems(IHotspotMethod method, ImmutableArray<IHotspotPresenter> presenters)
    {
        if (method.Key.Any(character => !char.IsAsciiLetterLower(character) && character != '-'))
            yield return $"no address: {method.Key}";
        if (method.Version < 1)
            yield return $"no version: {method.Version}";
        if (!ReferenceEquals(None(method).Used, method.Usual))
            yield return "other settings in its report";
        if (presenters.FirstOrDefault(presenter => presenter.Key == method.Key) is not { } shown)
        {
            yield return "no presenter";
            yield break;
        }

        // What pages ask unless told otherwise is what is stored.
        if (method.IsStored && !shown.SettingsOf(new HotspotDetail()).Equals(method.Usual))
            yield return "its presenter asks for something that is not stored";
        foreach (var text in shown.Keys.Concat(shown.Choices.SelectMany(choice => choice.Keys)).Distinct())
        {
            foreach (var language in
                ResourceFile.Languages.Where(
                    language => string.IsNullOrWhiteSpace(ResourceFile.Of(nameof(HotspotsText), language).Texts.GetValueOrDefault(text))))
                yield return $"no text {text} in {language}";
        }

        foreach (var choice in shown.Choices.OfType<NumberChoice>()
            .Where(choice => NumbersOf(choice).Any(number => number != choice.Usual && SameWith(shown, choice, number))))
            yield return $"{choice.Name} changes nothing";
    }

    private static IEnumerable<int> NumbersOf(NumberChoice choice) => Enumerable.Range(0, 5001).Where(number => choice.Read($"{number}") is not null);

    private static bool SameWith(IHotspotPresenter shown, SettingChoice choice, int number) =>
        shown.SettingsOf(new HotspotDetail().With(choice, $"{number}")).Equals(shown.SettingsOf(new HotspotDetail()));

    private static HotspotReport None(IHotspotMethod method)
    {
        var period = new Period(new(2024, 1, 1), new(2025, 1, 1));
        var sources = GridHotspots.Sources(new FakeQueryRunner(_ => []), new FakeCasePoints(), GridHotspots.Status);
        return method.None(
            new HotspotSearch(new ScopeCodes(), JurisdictionLevel.District, [], period, period.From, GridHotspots.Viewer, sources, null),
            method.Usual, HotspotObstacle.NoData);
    }

    private sealed class Bad : HotspotMethod<InventedSettings, InventedReport>
    {
        public override string Key => "Invented One";

        public override int Version => 0;

        protected override InventedReport Empty(HotspotSearch search, InventedSettings settings, HotspotObstacle? obstacle = null) =>
            new() { Scope = search.Scope, Settings = settings with { Least = 1 }, Level = search.Level, Period = search.Period, Obstacle = obstacle };

        protected override Task<InventedReport> FindAsync(HotspotSearch search, InventedSettings settings, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class BadPresenter : HotspotPanelPresenter
    {
        public override string Key => "Invented One";

        public override IEnumerable<string> Keys => ["Nowhere"];

        public override Type Panel => typeof(ChoiceField);

        public override HotspotSettings SettingsOf(HotspotDetail detail) => new InventedSettings();

        public override IEnumerable<string> MadeWith(HotspotReport report, HotspotTextFormat words) => [];
    }
}
