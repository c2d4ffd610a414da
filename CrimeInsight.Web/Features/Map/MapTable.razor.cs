using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Tables;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>The figures of the map as a table that can be sorted.</summary>
public sealed partial class MapTable
{
    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Parameter, EditorRequired] public required MapPageState State { get; set; }

    [Parameter, EditorRequired] public required MapReport Report { get; set; }

    /// <summary>What the rates are of; null: all cases.</summary>
    [Parameter] public string? Note { get; set; }

    private FigureTable Table => MapFigureTable.Of(Report, State.Level, State.Choice.IsScaled);

    /// <summary>Name of what the area lies in, where the page does not say it already.</summary>
    private string? ParentOf(AreaFigure area)
    {
        var parent = area.Area.ParentId is { } id ? State.Context.Reference.Jurisdictions.Find(id) : null;
        return parent?.ParentId is null || State.Roots.Any(root => root.Id == parent.Id) ? null : State.Context.Reference.Place(parent.Code);
    }
}
