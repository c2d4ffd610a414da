using System.Collections.Immutable;
using CrimeInsight.Core.Maps;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Writes the legend of a scale.</summary>
public sealed class MapLegends(IStringLocalizer<MapText> text, MapTextFormat format)
{
    /// <summary>The classes that have values, and withheld and no figure where areas are in them.</summary>
    public ImmutableArray<MapClass> ClassesOf(MapScale scale, IReadOnlyCollection<AreaFigure> areas)
    {
        var counts = areas.CountBy(scale.ClassOf).ToDictionary();
        var classes = ImmutableArray.CreateBuilder<MapClass>();
        for (var i = 0; i < scale.Styles.Length; i++)
        {
            var count = counts.GetValueOrDefault(i);
            if (i < scale.Withheld || count > 0)
                classes.Add(new MapClass(LabelOf(scale, i, areas), scale.Styles[i], count, i < scale.Withheld));
        }

        return classes.ToImmutable();
    }

    private string LabelOf(MapScale scale, int index, IReadOnlyCollection<AreaFigure> areas)
    {
        if (index == scale.Withheld)
            return text[nameof(MapText.LegendWithheld)];
        if (index == scale.NoFigure)
            return text[scale.Measure == MapMeasure.Change ? nameof(MapText.LegendTooFew) : nameof(MapText.LegendNoFigure)];
        var edges = scale.Edges;
        if (edges.IsEmpty)
            return format.Break(areas.Select(area => MapTextFormat.ValueOf(area, scale.Measure)).OfType<double>().FirstOrDefault(), scale.Measure);
        if (index == 0)
            return text[nameof(MapText.LegendBelow), format.Break(edges[0], scale.Measure)];
        if (index == edges.Length)
            return text[nameof(MapText.LegendFrom), format.Break(edges[^1], scale.Measure)];
        var last = scale.Measure == MapMeasure.Cases ? edges[index] - 1 : edges[index];
        return last == edges[index - 1]
            ? format.Break(last, scale.Measure)
            : text[nameof(MapText.LegendRange), format.Break(edges[index - 1], scale.Measure), format.Break(last, scale.Measure)];
    }
}
