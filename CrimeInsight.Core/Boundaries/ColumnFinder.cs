using System.Collections.Immutable;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;
using NetTopologySuite.Geometries;

namespace CrimeInsight.Core.Boundaries;

/// <summary>
/// Finds the level of a file's areas, and the columns that say which places they are, by the share of values that are known: the finest level whose
/// places lie where the areas do.
/// </summary>
internal sealed class ColumnFinder
{
    private const int MostSampled = 1000, MostColumns = 200;
    private const double LeastKnown = 0.5, LeastAgreed = 0.8;

    // Of the box of a place as it is drawn today, and of what it lies in.
    private const double LeastShared = 0.1, MostOfWhole = 0.6;

    private static readonly BoundaryLevel[] s_finestFirst = [BoundaryLevel.Station, BoundaryLevel.District, BoundaryLevel.State];

    private readonly PlaceLookup _places;
    private readonly FileArea[] _sample;
    private readonly ImmutableArray<string> _columns;

    public ColumnFinder(IReadOnlyList<FileArea> areas, BoundaryGround ground)
    {
        _places = new PlaceLookup(ground);
        var step = Math.Max(1, areas.Count / MostSampled);
        _sample = [.. areas.Where((_, i) => i % step == 0)];
        _columns = [.. _sample.SelectMany(area => area.Values.Keys).Distinct().Take(MostColumns)];
    }

    /// <param name="level">Null: the finest that fits.</param>
    /// <returns>Null when no column names places.</returns>
    public AreaMatcher? Find(BoundaryLevel? level)
    {
        AreaMatcher[] known = [.. (level is { } given ? [given] : s_finestFirst)
            .Select(candidate => new AreaMatcher(_places, candidate, ColumnsOf(candidate)))
            .Where(matcher => matcher.Columns is not { Name: null, Code: null })];
        // Where no level's places lie where the areas do, the names may have been mixed up: they are shown, to be looked at.
        return known.FirstOrDefault(Fits) ?? known.FirstOrDefault();
    }

    private BoundaryColumns ColumnsOf(BoundaryLevel level)
    {
        var columns = new BoundaryColumns(null, null, null, null);
        if (level >= BoundaryLevel.District)
            columns = columns with { State = Naming(BoundaryLevel.State, columns) ?? Coding(BoundaryLevel.State, columns, isAbove: true) };
        if (level >= BoundaryLevel.Station)
            columns = columns with { District = Naming(BoundaryLevel.District, columns) ?? Coding(BoundaryLevel.District, columns, isAbove: true) };
        columns = columns with { Name = Naming(level, columns) };
        return columns with { Code = Coding(level, columns, isAbove: false) };
    }

    /// <summary>The column in which most values are names of the level.</summary>
    private string? Naming(BoundaryLevel level, BoundaryColumns columns) => Best(columns, column => Matcher(level, columns with { Name = column }));

    /// <summary>The column in which most values are codes of the level, and of places that are named so or lie there: any numbers look like codes.</summary>
    private string? Coding(BoundaryLevel level, BoundaryColumns columns, bool isAbove)
    {
        var known = Matcher(level, isAbove ? columns with { Name = null } : columns);
        return Best(columns, column =>
        {
            var matcher = Matcher(level, columns with { Name = null, Code = column });
            var (agreed, asked) = (0, 0);
            foreach (var area in _sample)
            {
                if (matcher.Find(area).Place is not { } coded || (known.Columns.Name is null ? Lies(area, coded) : Names(known, area, coded)) is not { } agrees)
                    continue;
                (agreed, asked) = (agreed + (agrees ? 1 : 0), asked + 1);
            }

            // With nothing to hold them against, only codes that are none but ours count.
            return asked == 0 ? HasLetters(column) ? matcher : null : agreed >= LeastAgreed * asked ? matcher : null;
        });
    }

    private static bool? Names(AreaMatcher known, FileArea area, Jurisdiction coded) =>
        known.Find(area) is { Place: { } named, IsCertain: true } ? named == coded : null;

    private bool? Lies(FileArea area, Jurisdiction coded) => _places.BoundsOf(coded) is { } bounds ? bounds.Contains(area.Inside) : null;

    private bool HasLetters(string column) => _sample.All(area => area.Value(column) is not { } value || value.Any(char.IsLetter));

    private string? Best(BoundaryColumns taken, Func<string, AreaMatcher?> matcherOf) => _columns
        .Where(column => column != taken.State && column != taken.District && column != taken.Name)
        .Select(column => (Column: column, Share: matcherOf(column) is { } matcher ? Share(matcher) : 0))
        .Where(candidate => candidate.Share >= LeastKnown)
        .OrderByDescending(candidate => candidate.Share)
        .Select(candidate => candidate.Column)
        .FirstOrDefault();

    private double Share(AreaMatcher matcher) => _sample.Count(area => matcher.Find(area).Place is not null) / (double)_sample.Length;

    private AreaMatcher Matcher(BoundaryLevel level, BoundaryColumns columns) => new(_places, level, columns);

    // The capital of a state is known as a district, but a state is no district.
    private bool Fits(AreaMatcher matcher)
    {
        double[] fits = [.. _sample.Select(area => matcher.Find(area).Place is { } place ? Fit(area, place) : null).OfType<double>().Order()];
        return fits.Length == 0 || fits[fits.Length / 2] >= LeastShared;
    }

    private double? Fit(FileArea area, Jurisdiction place)
    {
        var box = area.Geometry.EnvelopeInternal;
        if (_places.BoundsOf(place) is { } bounds)
            return Shared(box, BoxOf(bounds));
        return _places.Above(place, JurisdictionLevel.District) is { } district && _places.BoundsOf(district) is { } whole
            ? box.Area <= MostOfWhole * BoxOf(whole).Area ? 1 : 0
            : null;
    }

    private static double Shared(Envelope one, Envelope other)
    {
        var common = one.Intersection(other).Area;
        return common / (one.Area + other.Area - common);
    }

    private static Envelope BoxOf(GeoBounds bounds) => new(bounds.West, bounds.East, bounds.South, bounds.North);
}
