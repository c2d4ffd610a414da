using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots;

/// <summary>
/// Reads the cases of places and what they are compared with, as the person: residents where they are known, else other crimes or earlier years.
/// </summary>
internal static class PlaceStudyReader
{
    /// <returns>The study, or why there is none.</returns>
    public static async Task<(PlaceStudy? Study, HotspotObstacle? Obstacle)> ReadAsync(
        HotspotSearch search, ImmutableArray<string> heads, ComparedSettings settings, CancellationToken cancellationToken)
    {
        var (period, sources) = (search.Period, search.Sources);
        var reference = await sources.References.GetAsync(cancellationToken).ConfigureAwait(false);
        var status = await sources.Status.GetAsync(cancellationToken).ConfigureAwait(false);
        var scope = ScopeResolver.Resolve(new ScopeCodes(search.Scope.Place), search.Viewer, reference, status, period.Until) with
        {
            Places = PlaceCasesReader.Roots(reference.Jurisdictions, search.Scope, search.Viewer),
            Basis = DateBasis.Occurred,
        };
        Task<MapReport> Figures(ImmutableArray<string> of, Period during) => sources.Maps.AreasAsync(
            new MapRequest(scope with { Heads = [.. of.Select(code => reference.Heads.Find(code)!)], Period = during }, search.Level), cancellationToken);
        var own = await Figures(heads, period).ConfigureAwait(false);
        ImmutableArray<AreaFigure> areas = [.. own.Areas.Where(area => area.Area.Point is not null)];
        if (own.Withheld is not null || areas.Any(area => area.IsSuppressed))
            return (null, HotspotObstacle.Withheld);
        if (areas.All(area => area.RatePerLakh is not null))
        {
            // Residents as the rates of all crimes together have them: of one head alone a place may have no case.
            var whole = heads.IsEmpty ? own : await Figures([], period).ConfigureAwait(false);
            return (new PlaceStudy(areas, Residents(areas, whole), null, period), null);
        }

        var others = await sources.Places.OtherHeadsAsync(search.Scope, cancellationToken).ConfigureAwait(false);
        var background = others.IsEmpty ? CaseBackground.EarlierYears : settings.Background ?? CaseBackground.OtherCrimes;
        var from = background == CaseBackground.OtherCrimes ? period.From : Earlier(period.From, search.First, settings.EarlierMonths);
        if (background == CaseBackground.EarlierYears && from >= period.From)
            return (null, HotspotObstacle.NoComparison);
        var during = new Period(from, period.Until);
        var compared = await Figures(background == CaseBackground.OtherCrimes ? [.. heads, .. others] : heads, during).ConfigureAwait(false);
        var known = compared.Areas.ToDictionary(area => area.Area.Id);
        if (compared.Withheld is not null || areas.Any(area => known[area.Area.Id].IsSuppressed))
            return (null, HotspotObstacle.Withheld);
        return (new PlaceStudy(areas, [.. areas.Select(area => known[area.Area.Id].Cases ?? 0)], background, during), null);
    }

    private static DateOnly Earlier(DateOnly from, DateOnly first, int months) =>
        from.AddMonths(-months) is var earliest && earliest > first ? earliest : first;

    private static ImmutableArray<double> Residents(ImmutableArray<AreaFigure> areas, MapReport whole)
    {
        var known = whole.Areas.Where(area => area is { Cases: > 0, RatePerLakh: > 0 })
            .ToDictionary(area => area.Area.Id, area => area.Cases!.Value / area.RatePerLakh!.Value);
        return [.. areas.Select(area => area is { Cases: > 0, RatePerLakh: > 0 } ? area.Cases.Value / area.RatePerLakh.Value
            : known.GetValueOrDefault(area.Area.Id))];
    }
}
