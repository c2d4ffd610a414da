using System.Collections.Immutable;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Boundaries;

/// <summary>Outlines as a small picture, drawn coarsely by the browser alone.</summary>
public sealed partial class BoundaryPicture
{
    private PicturePaths _paths = PicturePaths.Of([]);
    private ImmutableArray<PictureLayer> _seen = [];

    [Inject] public required IStringLocalizer<BoundariesText> Text { get; init; }

    [Parameter, EditorRequired] public required ImmutableArray<PictureLayer> Layers { get; set; }

    /// <summary>What is to be seen, in words.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    protected override void OnParametersSet()
    {
        if (_seen == Layers)
            return;
        (_seen, _paths) = (Layers, PicturePaths.Of([.. Layers.Select(layer => layer.Shapes)]));
    }
}
