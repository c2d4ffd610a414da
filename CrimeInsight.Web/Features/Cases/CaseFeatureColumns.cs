using System.Collections.Immutable;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>What a case is among others and in the calendar, as columns, each with its definition.</summary>
internal static class CaseFeatureColumns
{
    /// <param name="features">Of each case by its id; a case without them is protected.</param>
    public static ImmutableArray<FigureColumn<CaseSummary>> Of(IReadOnlyDictionary<long, CaseFeatures> features) =>
    [
        Column(features, "weekend", FigureUnit.Code, nameof(CasesText.FeatureWeekend), nameof(CasesText.FeatureWeekendMeaning), known => Flag(known.IsWeekend)),
        Column(features, "holiday", FigureUnit.Code, nameof(CasesText.FeatureFestival), nameof(CasesText.FeatureFestivalMeaning),
            known => Flag(!known.Festivals.IsEmpty)),
        Column(features, "holidays", FigureUnit.Text, nameof(CasesText.FeatureFestivals), nameof(CasesText.FeatureFestivalMeaning),
            known => known.Festivals.IsEmpty ? FigureValue.Nothing : new ListFigure([.. known.Festivals.Select(day => new NamedFigure(day.Key, day.Names))])),
        Column(features, "daysSincePrevious", FigureUnit.Days, nameof(CasesText.FeatureSince), nameof(CasesText.FeatureSinceMeaning),
            known => Number(known.DaysSincePrevious)),
        Column(features, "earlierInStation", FigureUnit.Count, nameof(CasesText.FeatureInStation), nameof(CasesText.FeatureInStationMeaning),
            known => Number(known.EarlierInStation)),
        Column(features, "earlierNearby", FigureUnit.Count, nameof(CasesText.FeatureNearby), nameof(CasesText.FeatureNearbyMeaning),
            known => Number(known.EarlierNearby)),
    ];

    private static FigureColumn<CaseSummary> Column(
        IReadOnlyDictionary<long, CaseFeatures> features, string key, FigureUnit unit, string name, string meaning, Func<CaseFeatures, FigureValue> value) =>
        (new FigureColumn(key, unit, TextKey.Of<CasesText>(name)) { Definition = TextKey.Of<CasesText>(meaning), Use = FigureUse.File })
        .Of<CaseSummary>(item => features.TryGetValue(item.Id, out var known) ? value(known) : FigureValue.NotKnown);

    private static FigureValue Number(int? value) => value is { } known ? known : FigureValue.Nothing;

    private static CodeFigure Flag(bool isSet) =>
        new(isSet ? "yes" : "no", TextKey.Of<CasesText>(isSet ? nameof(CasesText.FeatureYes) : nameof(CasesText.FeatureNo)));
}
