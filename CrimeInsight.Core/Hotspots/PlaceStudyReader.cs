using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Core.Hotspots;

/// <summary>Reads the cases of places and what they are compared with, as the person: residents where they are known, else other crimes or earlier years.</summary>
internal sealed class PlaceStudyReader(PlaceCasesReader places, MapAnalysis maps)
{
    private const int EarlierMonths = 24;

    /// <param name="first">First month of the data.</param>
    /// <returns>The study, or why there is none.</returns>
    public async Task<(PlaceStudy? Study, HotspotObstacle? Obstacle)> ReadAsync(
        HotspotRequest request, ImmutableArray<string> heads, JurisdictionLevel level, Period period, DateOnly first, Scope scope, CancellationToken cancellationToken)
    {
        var roots = PlaceCasesReader.Roots(scope.Reference.Jurisdictions, request, scope.Viewer);
        Task<MapReport> Figures(ImmutableArray<string> of, Period during) => maps.AreasAsync(
            new MapRequest(scope with { Places = roots, Heads = [.. of.Select(code => scope.Reference.Heads.Find(code)!)], Period = during }, level), cancellationToken);
        var own = await Figures(heads, period).ConfigureAwait(false);
        ImmutableArray<AreaFigure> areas = [.. own.Areas.Where(area => area.Area.Point is not null)];
        if (own.Withheld is not null || areas.Any(area => area.IsSuppressed))
            return (null, HotspotObstacle.Withheld);
        if (areas.All(area => area.RatePerLakh is not null))
        {
            // Residents as the rates of all crimes together have them: of one head alone a place may have no case.
            var whole = heads.IsEmpty ? own : await Figures([], period).ConfigureAwait(false);
            return (new PlaceStudy(areas, Residents(areas, whole), null), null);
        }

        var others = await places.OtherHeadsAsync(request, cancellationToken).ConfigureAwait(false);
        var background = others.IsEmpty ? CaseBackground.EarlierYears : request.Background ?? CaseBackground.OtherCrimes;
        var from = background == CaseBackground.OtherCrimes ? period.From : Earlier(period.From, first);
        if (background == CaseBackground.EarlierYears && from >= period.From)
            return (null, HotspotObstacle.NoComparison);
        var compared = await Figures(background == CaseBackground.OtherCrimes ? [.. heads, .. others] : heads, new Period(from, period.Until)).ConfigureAwait(false);
        var known = compared.Areas.ToDictionary(area => area.Area.Id);
        if (compared.Withheld is not null || areas.Any(area => known[area.Area.Id].IsSuppressed))
            return (null, HotspotObstacle.Withheld);
        return (new PlaceStudy(areas, [.. areas.Select(area => known[area.Area.Id].Cases ?? 0)], background), null);
    }

    private static DateOnly Earlier(DateOnly from, DateOnly first) => from.AddMonths(-EarlierMonths) is var earliest && earliest > first ? earliest : first;

    private static ImmutableArray<double> Residents(ImmutableArray<AreaFigure> areas, MapReport whole)
    {
        var known = whole.Areas.Where(area => area is { Cases: > 0, RatePerLakh: > 0 }).ToDictionary(area => area.Area.Id, area => area.Cases!.Value / area.RatePerLakh!.Value);
        return [.. areas.Select(area => area is { Cases: > 0, RatePerLakh: > 0 } ? area.Cases.Value / area.RatePerLakh.Value : known.GetValueOrDefault(area.Area.Id))];
    }
}
