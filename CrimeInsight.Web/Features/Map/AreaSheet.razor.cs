using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Map;

/// <summary>Details of a tapped area: a sheet at the bottom of phones, a card at the side elsewhere.</summary>
public sealed partial class AreaSheet
{
    private ElementReference _heading;
    private int _focusedId;

    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

    [Inject] public required MapTextFormat Format { get; init; }

    [Inject] public required DisplayFormat Display { get; init; }

    [Parameter, EditorRequired] public required MapPageState State { get; set; }

    [Parameter, EditorRequired] public required AreaFigure Figure { get; set; }

    [Parameter, EditorRequired] public EventCallback Closed { get; set; }

    /// <summary>What the rate is of; null: all cases.</summary>
    [Parameter] public string? RateNote { get; set; }

    private string Name => State.Context.Reference.Place(Figure.Area.Code);

    private string Subtitle
    {
        get
        {
            var tree = State.Context.Reference.Jurisdictions;
            var parents = tree.SelfAndAncestors(Figure.Area).Skip(1).Where(node => node.ParentId is not null)
                .Select(node => State.Context.Reference.Place(node.Code));
            return string.Join(", ", parents.Append(Display.Period(State.Context.Period)));
        }
    }

    private Scope AreaContext => State.Context.In(Figure.Area);

    private string OverviewUrl => AppUrls.Overview + AreaContext.Codes.ToQueryString();

    private string CasesUrl => AppUrls.CasesIn(AreaContext.Fixed);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusedId == Figure.Area.Id)
            return;
        _focusedId = Figure.Area.Id;
        await _heading.FocusAsync(preventScroll: true);
    }
}
