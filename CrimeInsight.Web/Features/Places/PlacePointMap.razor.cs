using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Shared.Maps;
using Microsoft.AspNetCore.Components;

namespace CrimeInsight.Web.Features.Places;

/// <summary>Takes the point of a place by a tap on its state's map.</summary>
public sealed partial class PlacePointMap
{
    private MapScene? _scene;
    private MapScene? _marked;
    private MapPoint? _markedPoint;

    [Inject] public required PlaceScenes Scenes { get; init; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    [Parameter, EditorRequired] public required Jurisdiction Place { get; set; }

    [Parameter, EditorRequired] public required MapPoint? Point { get; set; }

    [Parameter, EditorRequired] public EventCallback<MapPoint?> PointChanged { get; set; }

    // A new scene is drawn: of the same point the same.
    private MapScene Marked
    {
        get
        {
            if (_marked is null || _markedPoint != Point)
                (_marked, _markedPoint) = (Scenes.Mark(_scene!, Point), Point);
            return _marked;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var tree = Reference.Jurisdictions;
        if (tree.AncestorAt(Place, JurisdictionLevel.State) is not { } state)
            return;
        var near = Place.Point ?? tree.Find(Place.ParentId!.Value)?.Point;
        _scene = await Scenes.CreateAsync(state, near is { } point ? new MapPoint(point.Latitude, point.Longitude) : null, CancellationToken.None);
    }

    private Task TapAsync(MapPoint point) => PointChanged.InvokeAsync(point);
}
