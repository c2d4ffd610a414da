using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Controls;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Which boundaries hold, and how others come in.</summary>
public sealed partial class BoundariesPage : LoadedComponent
{
    private ReferenceData? _reference;
    private Viewer? _viewer;

    [Inject] public required IStringLocalizer<BoundariesText> Text { get; init; }

    [Inject] public required BoundaryServices Services { get; init; }

    [SupplyParameterFromQuery(Name = AppUrls.BoundariesView)] public string? View { get; set; }

    private bool IsLoad => View == AppUrls.BoundariesLoadView;

    private IReadOnlyList<ViewItem> Views =>
    [
        new(AppUrls.Boundaries, Text[nameof(BoundariesText.ViewEditions)], Icons.Material.Rounded.Layers, !IsLoad),
        new(AppUrls.BoundariesLoad, Text[nameof(BoundariesText.ViewLoad)], Icons.Material.Rounded.UploadFile, IsLoad),
    ];

    protected override async Task<PanelState> ReadAsync()
    {
        _reference = await Services.References.GetAsync(Lifetime);
        _viewer = await Services.Viewers.GetAsync(Lifetime);
        return _viewer is null ? PanelState.Empty : PanelState.Ready;
    }
}
