using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Places;

/// <summary>The tree of places within an administrator's own, what changed it, and what files call its places.</summary>
public sealed partial class PlacesPage : LoadedComponent
{
    private ReferenceData? _reference;
    private Viewer? _viewer;

    [Inject] public required IStringLocalizer<PlacesText> Text { get; init; }

    [Inject] public required PlacesServices Services { get; init; }

    [SupplyParameterFromQuery(Name = AppUrls.PlacesPlace)] public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = AppUrls.PlacesView)] public string? View { get; set; }

    private PlacesView CurrentView => Enum.TryParse<PlacesView>(View, ignoreCase: true, out var view) ? view : PlacesView.Tree;

    private IReadOnlyList<Jurisdiction> Roots => [.. _viewer!.JurisdictionIds.Select(_reference!.Jurisdictions.Find).OfType<Jurisdiction>()];

    private Jurisdiction Shown =>
        Code is not null && _reference!.Jurisdictions.Find(Code) is { } place && Roots.Any(root => root.Contains(place)) ? place : Roots[0];

    private IReadOnlyList<ViewItem> Views =>
    [
        Item(PlacesView.Tree, nameof(PlacesText.ViewTree), Icons.Material.Rounded.AccountTree),
        Item(PlacesView.History, nameof(PlacesText.ViewHistory), Icons.Material.Rounded.History),
        Item(PlacesView.Aliases, nameof(PlacesText.ViewAliases), Icons.Material.Rounded.Translate),
        Item(PlacesView.Files, nameof(PlacesText.ViewFiles), Icons.Material.Rounded.UploadFile),
        Item(PlacesView.New, nameof(PlacesText.ViewNew), Icons.Material.Rounded.AddLocationAlt),
    ];

    private ViewItem Item(PlacesView view, string key, string icon) => new(AppUrls.PlacesAt(view.ToString(), null), Text[key], icon, view == CurrentView);

    protected override async Task<PanelState> ReadAsync()
    {
        _reference = await Services.References.GetAsync(Lifetime);
        _viewer = await Services.Viewers.GetAsync(Lifetime);
        return _viewer is null || Roots.Count == 0 ? PanelState.Empty : PanelState.Ready;
    }
}
