using CrimeInsight.Core.Maps;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>The figures of the map as a table that can be sorted.</summary>
public sealed partial class MapTable
{
    private const string ByName = "name";

    private string _sort = nameof(MapMeasure.Cases);
    private bool _isDescending = true;

    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required MapTextFormat Format { get; init; }

    [Parameter, EditorRequired] public required MapPageState State { get; set; }

    [Parameter, EditorRequired] public required MapReport Report { get; set; }

    private bool HasRates => Report.Areas.Any(area => area.RatePerLakh is not null);

    private IEnumerable<Column> Columns
    {
        get
        {
            yield return new(ByName, Text[nameof(MapText.ColumnArea)], false);
            yield return new(nameof(MapMeasure.Cases), Text[nameof(MapText.ColumnCases)], true);
            if (HasRates)
                yield return new(nameof(MapMeasure.Rate), Text[nameof(MapText.MeasureRate)], true);
            yield return new(nameof(MapMeasure.Change), Text[nameof(MapText.ColumnChange)], true);
        }
    }

    private IEnumerable<AreaFigure> Ordered
    {
        get
        {
            var byName = Report.Areas.OrderBy(NameOf, StringComparer.CurrentCulture);
            if (_sort == ByName)
                return _isDescending ? byName.Reverse() : byName;
            var measure = Enum.Parse<MapMeasure>(_sort);
            // What has no value comes last either way.
            var sorted = byName.OrderBy(area => Value(area, measure) is null);
            return _isDescending ? sorted.ThenByDescending(area => Value(area, measure)) : sorted.ThenBy(area => Value(area, measure));
        }
    }

    private static double? Value(AreaFigure area, MapMeasure measure) => area.IsSuppressed ? null : MapTextFormat.ValueOf(area, measure);

    private string NameOf(AreaFigure area) => State.Context.Reference.Place(area.Area.Code);

    /// <summary>Name of what the area lies in, where the page does not say it already.</summary>
    private string? ParentOf(AreaFigure area)
    {
        var parent = area.Area.ParentId is { } id ? State.Context.Reference.Jurisdictions.Find(id) : null;
        return parent?.ParentId is null || State.Roots.Any(root => root.Id == parent.Id) ? null : State.Context.Reference.Place(parent.Code);
    }

    private string SortOf(Column column) => column.Key != _sort ? "none" : _isDescending ? "descending" : "ascending";

    private void SortBy(Column column) => (_sort, _isDescending) = (column.Key, column.Key == _sort ? !_isDescending : column.IsNumber);

    private sealed record Column(string Key, string Name, bool IsNumber);
}
