using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps.Tiles;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Makes the picture of a map: scene, legend and notes from the same scale.</summary>
public sealed class MapPictures(IStringLocalizer<MapText> text, MapScenes scenes, MapLegends legends, DisplayFormat format, WithheldText withheld)
{
    private const int RampColours = 12;

    public MapPicture Create(MapPageState state, MapFigures figures, bool isDark)
    {
        var scale = new MapScale(figures.Report.Areas, state.Measure, isDark);
        var scene = scenes.Create(state, figures, scale, isDark);
        return state.IsDensity
            ? new MapPicture(scene, text[nameof(MapText.LegendDensity)], [], (isDark ? DensityRamp.Dark : DensityRamp.Light).Legend(RampColours),
                [.. NotesOf(state, figures)])
            : new MapPicture(scene, TitleOf(state.Measure), legends.ClassesOf(scale, figures.Report.Areas), [], [.. NotesOf(state, figures)]);
    }

    private string TitleOf(MapMeasure measure) => text[measure switch
    {
        MapMeasure.Rate => nameof(MapText.LegendRate),
        MapMeasure.Change => nameof(MapText.LegendChange),
        _ => nameof(MapText.LegendCases),
    }];

    private IEnumerable<string> NotesOf(MapPageState state, MapFigures figures)
    {
        var reference = state.Context.Reference;
        if (state.IsDensity)
            yield return text[nameof(MapText.SensitiveNote)];
        if (!state.IsDensity && figures.Report.Withheld is { } cases)
            yield return withheld.Note(cases, reference);
        if (!state.IsDensity && state.Measure == MapMeasure.Change)
            yield return text[nameof(MapText.LegendTooFewNote), CountPair.LeastTogether];
        if (!state.IsDensity && state.Measure == MapMeasure.Rate && format.Coverage(state.Context.Status) is { } coverage)
            yield return coverage;
        if (!figures.HasShapes)
            yield return text[nameof(MapText.ShapesPending)];
        else if (figures.IsApproximate && state.AreaLayer == MapLayer.District)
            yield return text[nameof(MapText.ApproximateNote)];
    }
}
