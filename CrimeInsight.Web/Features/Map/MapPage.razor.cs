using CrimeInsight.Core.Health;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Feedback;
using CrimeInsight.Web.Shared.Maps;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CrimeInsight.Web.Features.Map;

/// <summary>The map: areas by class, stations, density; tap for details. Everything chosen is in the address.</summary>
public sealed partial class MapPage : IAsyncDisposable
{
    private static readonly TimeSpan s_shapesPause = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _gone = new();
    private readonly LatestLoad<MapFigures> _load = new();
    private object? _loadedKey;
    private MapPageState? _state;
    private MapPicture? _picture;

    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required MapLoader Loader { get; init; }

    [Inject] public required MapPictures Pictures { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ISnackbar Snackbar { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required IDatabaseWatch Database { get; init; }

    [Inject] public required ILogger<MapPage> Logger { get; init; }

    [CascadingParameter(Name = "IsDark")] public bool IsDark { get; set; }

    [SupplyParameterFromQuery(Name = MapChoice.LayerName)] public string? Layer { get; set; }

    [SupplyParameterFromQuery(Name = MapChoice.MeasureName)] public string? MeasureBy { get; set; }

    [SupplyParameterFromQuery(Name = MapChoice.AtName)] public string? At { get; set; }

    [SupplyParameterFromQuery(Name = MapChoice.ShowName)] public string? Show { get; set; }

    [SupplyParameterFromQuery(Name = MapChoice.ViewName)] public string? View { get; set; }

    [SupplyParameterFromQuery(Name = ScaleChoice.Name)] public string? Scale { get; set; }

    private bool HasNoData => _state!.Context.IsEmpty;

    private PanelState State => _load.IsUnderWay ? PanelState.Loading : _load.StateOf(figures => HasNoData || figures.Report.IsEmpty);

    private AreaFigure? Chosen => _state?.Choice.At is { } code ? Shown?.Report.Areas.FirstOrDefault(area => area.Area.Code == code) : null;

    /// <summary>The figures, with rates as they were asked for.</summary>
    private MapFigures? Shown => _load.Value is { } figures && _state!.Choice.IsScaled ? figures.Scaled() : _load.Value;

    private string? RateNote => _load.Value is not { } figures ? null : Pictures.RateNote(_state!, figures);

    private string? ExportUrl => _load.Value is { } figures ? ExportUrls.For(figures.Report.Query) : null;

    public async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Context is not { Roots.IsEmpty: false } context)
            return;
        _state = new MapPageState(context, MapChoice.Parse(Layer, MeasureBy, At, Show, View, Scale));
        if (!_state.FiguresKey.Equals(_loadedKey))
            await LoadAsync();
        else
            Draw();
    }

    private async Task LoadAsync()
    {
        var state = _state!;
        _loadedKey = state.FiguresKey;
        var loading = _load.ReplaceAsync(token => Loader.LoadAsync(state, token), failure => LogFailure(Logger, failure));
        StateHasChanged();
        await loading;
        if (!_load.HasFailed)
            Draw();
    }

    /// <summary>Draws the loaded figures; while newer ones are on their way the old picture stays.</summary>
    private void Draw()
    {
        if (_load.IsUnderWay || _load.Value is not { } figures)
            return;
        _picture = Pictures.Create(_state!, figures, IsDark);
        if (!figures.HasShapes)
            _ = AwaitShapesAsync(figures);
    }

    private async Task AwaitShapesAsync(MapFigures pending)
    {
        try
        {
            await Task.Delay(s_shapesPause, Time, _gone.Token);
            if (_load.Value != pending)
                return;
            var shaped = await Loader.WithShapesAsync(_state!, pending.Report, _gone.Token);
            _load.Put(shaped with { Coverage = pending.Coverage, ByArea = pending.ByArea });
            await InvokeAsync(() =>
            {
                Draw();
                StateHasChanged();
            });
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        catch (Exception failure) when (!_gone.IsCancellationRequested && Database.CouldNotAsk(failure))
        {
            _ = AwaitShapesAsync(pending);
        }
        catch (Exception failure)
        {
            LogFailure(Logger, failure);
        }
    }

    /// <summary>Keeps layer and measure when the scope changes; another place begins with its own view.</summary>
    private string UrlOfScope(ScopeCodes scope) => _state is not { } state
        ? scope.ToUrl(AppUrls.Map)
        : (state.Choice with { At = null, View = scope.Places.SequenceEqual(state.Context.Codes.Places) ? state.Choice.View : null }).UrlFor(scope);

    private void Tap(string? code)
    {
        var at = code == _state!.Choice.At ? null : code;
        if (at != _state.Choice.At)
            Navigation.NavigateTo(_state.UrlAt(at), replace: _state.Choice.At is not null);
    }

    // Wherever the focus is on the page, the map included.
    private void OnKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape" && Chosen is not null)
            Close();
    }

    private void Close() => Navigation.NavigateTo(_state!.UrlAt(null), replace: true);

    private void Remember(MapView view) =>
        Navigation.NavigateTo((_state!.Choice with { View = view }).UrlFor(_state.Context.Codes), replace: true);

    private void TellLocateFailed() => Snackbar.Add(Text[nameof(MapText.LocateFailed)], Severity.Warning);

    private void TellShapesFailed() => Snackbar.Add(Text[nameof(MapText.ShapesFailed)], Severity.Warning);

    [LoggerMessage(Level = LogLevel.Error, Message = "The map could not be loaded.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
