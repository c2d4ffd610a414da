using System.Collections.Immutable;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>
/// The classes of a measure over the areas of a map: quantiles for cases and rates, fixed steps around zero for changes;
/// after them one class for withheld figures and one for areas without a figure.
/// </summary>
public sealed class MapScale
{
    private const int Classes = 5;

    private readonly Func<double, int> _classOf;

    public MapScale(IReadOnlyCollection<AreaFigure> areas, MapMeasure measure, bool isDark)
    {
        Measure = measure;
        if (measure == MapMeasure.Change)
        {
            Edges = ChangePalette.Edges;
            Fills = ChangePalette.Fills(isDark);
            _classOf = value => ChangePalette.Edges.Count(edge => value >= edge);
        }
        else
        {
            var breaks = ClassBreaks.Quantile(
                areas.Where(area => !area.IsSuppressed).Select(area => MapTextFormat.ValueOf(area, measure)).OfType<double>(), Classes);
            Edges = breaks.Count > 1 ? [.. Inner(breaks, measure)] : [];
            Fills = breaks.Count == 0 ? [] : ChoroplethPalette.Fills(Edges.Length + 1, isDark);
            _classOf = value => Edges.Count(edge => value >= edge);
        }

        Styles = [.. Fills.Select(fill => new MapAreaStyle(fill)), new MapAreaStyle("", IsHatched: true),
            new MapAreaStyle(isDark ? ChoroplethPalette.NoDataDark : ChoroplethPalette.NoDataLight)];
    }

    public MapMeasure Measure { get; }

    /// <summary>Edges between the classes, ascending; class i holds [edge i − 1, edge i).</summary>
    public ImmutableArray<double> Edges { get; }

    /// <summary>Fills of the classes with values.</summary>
    public ImmutableArray<string> Fills { get; }

    /// <summary>Fills of all classes: those with values, withheld, no figure.</summary>
    public ImmutableArray<MapAreaStyle> Styles { get; }

    public int Withheld => Fills.Length;

    public int NoFigure => Fills.Length + 1;

    /// <summary>Index into <see cref="Styles"/>.</summary>
    public int ClassOf(AreaFigure area)
    {
        if (area.IsSuppressed)
            return Withheld;
        return MapTextFormat.ValueOf(area, Measure) is { } value && double.IsFinite(value) ? _classOf(value) : NoFigure;
    }

    // Cases are whole numbers, so their edges are too.
    private static IEnumerable<double> Inner(ClassBreaks breaks, MapMeasure measure) => breaks.Limits
        .Skip(1).SkipLast(1)
        .Select(edge => measure == MapMeasure.Cases ? Math.Ceiling(edge) : edge)
        .Distinct();
}
