using CrimeInsight.Core.Health;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Features.Export;
using CrimeInsight.Web.Resources;
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
    private CancellationTokenSource? _loading;
    private object? _loadedKey;
    private MapPageState? _state;
    private MapFigures? _figures;
    private MapPicture? _picture;
    private bool _isLoading;
    private bool _hasFailed;

    [Inject] public required IStringLocalizer<MapText> Text { get; init; }

    [Inject] public required IStringLocalizer<SharedText> Shared { get; init; }

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

    private bool IsEmpty => !_isLoading && _figures is { } figures && (_state!.Context.IsEmpty || figures.Report.IsEmpty);

    private AreaFigure? Chosen => _state?.Choice.At is { } code ? _figures?.Report.Areas.FirstOrDefault(area => area.Area.Code == code) : null;

    private string? ExportUrl => _figures is { } figures ? ExportUrls.For(figures.Report.Query) : null;

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var context = await Resolver.ResolveAsync(Address, _gone.Token);
        if (context is null || context.Roots.IsEmpty)
            return;
        _state = new MapPageState(context, MapChoice.Parse(Layer, MeasureBy, At, Show, View));
        if (!_state.FiguresKey.Equals(_loadedKey))
            await LoadAsync();
        else
            Draw();
    }

    private async Task LoadAsync()
    {
        var state = _state!;
        if (_loading is { } previous)
            await previous.CancelAsync();
        using var own = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        (_loading, _loadedKey, _isLoading, _hasFailed) = (own, state.FiguresKey, true, false);
        StateHasChanged();
        try
        {
            var figures = await Loader.LoadAsync(state, own.Token);
            if (_loading == own)
                _figures = figures;
        }
        catch (Exception) when (own.IsCancellationRequested)
        {
            // A newer choice, or the page is gone: nobody waits for this result.
        }
        catch (Exception failure)
        {
            _hasFailed = _loading == own;
            LogFailure(Logger, failure);
        }
        finally
        {
            if (_loading == own)
                (_loading, _isLoading) = (null, false);
        }

        if (_loading is null && !_hasFailed)
            Draw();
    }

    /// <summary>Draws the loaded figures; while newer ones are on their way the old picture stays.</summary>
    private void Draw()
    {
        if (_isLoading || _figures is not { } figures)
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
            if (_figures != pending)
                return;
            _figures = await Loader.WithShapesAsync(_state!, pending.Report, _gone.Token);
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
    private string UrlOfScope(ScopeCodes scope) =>
        (_state!.Choice with { At = null, View = scope.Places.SequenceEqual(_state.Context.Codes.Places) ? _state.Choice.View : null }).UrlFor(scope);

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
