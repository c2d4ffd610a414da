using CrimeInsight.Core.Maps;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Statistics;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Maps.Tiles;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Makes the picture of a map: scene, legend and notes from the same scale.</summary>
public sealed class MapPictures(IStringLocalizer<MapText> text, MapScenes scenes, MapLegends legends, CoverageText coverages, WithheldText withheld)
{
    private const int RampColours = 12;

    public MapPicture Create(MapPageState state, MapFigures asLoaded, bool isDark)
    {
        var figures = state.Choice.IsScaled ? asLoaded.Scaled() : asLoaded;
        var scale = new MapScale(figures.Report.Areas, state.Measure, isDark);
        var scene = scenes.Create(state, figures, scale, isDark);
        return state.IsDensity
            ? new MapPicture(scene, text[nameof(MapText.LegendDensity)], [], (isDark ? DensityRamp.Dark : DensityRamp.Light).Legend(RampColours),
                [.. NotesOf(state, figures)])
            : new MapPicture(scene, TitleOf(state), legends.ClassesOf(scale, figures.Report.Areas), [], [.. NotesOf(state, figures)]);
    }

    /// <summary>What the rates are of; null: all cases.</summary>
    public string? RateNote(MapPageState state, MapFigures figures)
    {
        var sentence = coverages.Sentence(figures.Coverage, state.Context.Status);
        return state.Choice.IsScaled
            ? string.Join(' ', new[] { text[nameof(MapText.ScaledNote), Coverage.LeastCases].Value, sentence }.OfType<string>())
            : sentence;
    }

    /// <summary>What the rate of an area is of, and the interval of a scaled one; null: of all cases.</summary>
    public string? RateNoteOf(MapPageState state, MapFigures? figures, AreaFigure area)
    {
        if (figures is null || !figures.ByArea.TryGetValue(area.Area.Code, out var coverage))
            return null;
        var loaded = figures.Report.Areas.First(one => one.Area.Id == area.Area.Id);
        var interval = state.Choice.IsScaled && figures.ScaledOf(loaded) is { } scaled ? coverages.Interval(scaled) + "." : null;
        var notes = new[] { interval, coverages.Sentence(coverage, state.Context.Status) }.OfType<string>().ToList();
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }

    private string TitleOf(MapPageState state) => text[state.Measure switch
    {
        MapMeasure.Rate when state.Choice.IsScaled => nameof(MapText.LegendScaled),
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
        if (!state.IsDensity && state.Measure == MapMeasure.Rate && RateNote(state, figures) is { } note)
            yield return note;
        if (!figures.HasShapes)
            yield return text[nameof(MapText.ShapesPending)];
        else if (figures.IsApproximate && state.AreaLayer == MapLayer.District)
            yield return text[nameof(MapText.ApproximateNote)];
    }
}
