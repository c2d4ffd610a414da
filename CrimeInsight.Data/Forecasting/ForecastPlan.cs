using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Data.Forecasting;

/// <summary>
/// Which series are forecast, in the order in which people miss them: by month the country, then states and districts for
/// every head; hotspots of the country, whose districts take longest to compare while somebody waits; by week the districts
/// for the main heads; by month what lies below the districts for the main heads; last hotspots of the states, which are
/// computed within seconds where they are missing. A chunk is one of these for one state.
/// </summary>
internal static class ForecastPlan
{
    /// <summary>Grows when other series are forecast, or the same by other methods, or hotspots are looked for otherwise: then what is stored is out of date.</summary>
    public const int Version = 8;

    public const int HorizonMonths = 12;
    public const int HorizonWeeks = 13;

    /// <summary>Starts the name of a chunk that makes stored forecasts add up.</summary>
    private const string Coherent = "coherent";

    /// <summary>Series that are made to add up in the time one is forecast.</summary>
    private const int SeriesPerWork = 40;

    /// <summary>Places that are looked at for hotspots, by one head, in the time a series is forecast.</summary>
    private const int PlacesPerWork = 6;

    private static readonly ImmutableArray<JurisdictionLevel> s_upper =
        [JurisdictionLevel.State, JurisdictionLevel.Zone, JurisdictionLevel.Range, JurisdictionLevel.District];

    private static readonly ImmutableArray<JurisdictionLevel> s_lower =
        [JurisdictionLevel.SubDivision, JurisdictionLevel.Circle, JurisdictionLevel.Station];

    private static readonly ImmutableArray<JurisdictionLevel> s_all = [JurisdictionLevel.Country, .. s_upper, .. s_lower];

    /// <param name="roots">Disjoint subtrees the run's owner may see.</param>
    /// <param name="worked">Places people are bound to: states with any of them come before the others.</param>
    public static ImmutableArray<ForecastChunk> Create(ReferenceData reference, IReadOnlyCollection<Jurisdiction> roots, IReadOnlyCollection<Jurisdiction> worked)
    {
        ImmutableArray<short> all = [.. reference.Heads.All.Select(head => head.Id)];
        ImmutableArray<short> main = [.. reference.Heads.All.Where(head => head.Level <= CrimeHeadLevel.Category).Select(head => head.Id)];
        ImmutableArray<short> heads = [.. reference.Heads.All.Where(head => head.Level <= CrimeHeadLevel.Head).Select(head => head.Id)];
        var country = roots.Where(root => root.Level == JurisdictionLevel.Country).ToList();
        var areas = roots.Except(country).Concat(country.SelectMany(root => reference.Jurisdictions.ChildrenOf(root.Id)))
            .OrderBy(area => !worked.Any(area.Contains)).ToList();
        return
        [
            .. country.Select(root => Chunk("country", SeriesStep.Month, root, [JurisdictionLevel.Country], all)),
            .. areas.Select(area => Chunk("upper", SeriesStep.Month, area, s_upper, all)),
            .. country.Select(root => Hotspots(root, JurisdictionLevel.District)),
            .. areas.Select(area => Chunk("weekly", SeriesStep.Week, area, [JurisdictionLevel.District], main)),
            .. areas.Select(area => Chunk("lower", SeriesStep.Month, area, s_lower, main)),
            .. roots.Select(root => Other(ForecastChunkKind.Coherence, Chunk(Coherent, SeriesStep.Month, root, s_all, all), SeriesPerWork)),
            .. areas.Select(area => Hotspots(area, JurisdictionLevel.Station)),
        ];

        ForecastChunk Hotspots(Jurisdiction area, JurisdictionLevel level) =>
            Other(ForecastChunkKind.Hotspots, Chunk("hotspots", SeriesStep.Month, area, [level], heads), PlacesPerWork);

        static ForecastChunk Other(ForecastChunkKind kind, ForecastChunk series, int perWork) => series with { Kind = kind, Work = 1 + series.Work / perWork };

        ForecastChunk Chunk(string kind, SeriesStep step, Jurisdiction area, ImmutableArray<JurisdictionLevel> levels, ImmutableArray<short> heads) =>
            new($"{kind}:{area.Code}", ForecastChunkKind.Series, step, area, levels, heads, levels.Sum(level => (long)reference.Jurisdictions.Within(area, level).Count()) * heads.Length);
    }
}
