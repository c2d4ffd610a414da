using System.Collections.Immutable;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Web.Shared.Maps;

namespace CrimeInsight.Web.Features.Map;

/// <summary>What was loaded for a map: figures and the state of its shapes.</summary>
/// <param name="ShapesVersion">Grows when shapes change; part of their address, so browsers keep them otherwise.</param>
/// <param name="HasShapes">False while the server is still computing them.</param>
/// <param name="IsApproximate">Computed, not official.</param>
public sealed record MapFigures(MapReport Report, long ShapesVersion, bool HasShapes, bool IsApproximate)
{
    /// <summary>Whose shapes are drawn, and whose streets.</summary>
    public ImmutableArray<MapCredit> Credits { get; init; } = [];

    /// <summary>What share of registered cases the rates of all areas together are of; null: there are no rates.</summary>
    public Coverage? Coverage { get; init; }

    /// <summary>The same of each area, by its code.</summary>
    public IReadOnlyDictionary<string, Coverage> ByArea { get; init; } = new Dictionary<string, Coverage>();

    /// <summary>Some rate can be shown scaled to official figures.</summary>
    public bool MayScale => Report.Areas.Any(area => ScaledOf(area) is not null);

    /// <summary>The rate of an area as it would be if all its cases were held; null: not to be told.</summary>
    public ScaledRate? ScaledOf(AreaFigure area) => !area.IsSuppressed && ByArea.TryGetValue(area.Area.Code, out var coverage)
        ? coverage.Scale(area.RatePerLakh, area.Cases)
        : null;

    /// <summary>The same with rates scaled to official figures, and none where that cannot be told.</summary>
    public MapFigures Scaled() => this with
    {
        Report = Report with { Areas = [.. Report.Areas.Select(area => area with { RatePerLakh = ScaledOf(area)?.Value })] },
        ByArea = new Dictionary<string, Coverage>(),
    };
}
