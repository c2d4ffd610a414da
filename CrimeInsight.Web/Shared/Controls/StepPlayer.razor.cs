using System.Globalization;
using CrimeInsight.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Controls;

/// <summary>Steps through moments: a slider, and a button that plays them. Where it stands is its owner's.</summary>
public sealed partial class StepPlayer
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1.2);

    private ITimer? _timer;
    private object? _playedOf;

    [Inject] public required IStringLocalizer<SharedText> Text { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    /// <summary>Moments, 1 or more.</summary>
    [Parameter, EditorRequired] public required int Count { get; set; }

    /// <summary>The moment shown, from 0.</summary>
    [Parameter, EditorRequired] public required int At { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>The moment in words, for screen readers.</summary>
    [Parameter, EditorRequired] public required string ValueText { get; set; }

    [Parameter, EditorRequired] public EventCallback<int> AtChanged { get; set; }

    /// <summary>Begins or ends to play.</summary>
    [Parameter] public EventCallback<bool> PlayingChanged { get; set; }

    /// <summary>The moment shown is not drawn yet: playing waits for it.</summary>
    [Parameter] public bool IsBusy { get; set; }

    /// <summary>What the moments are of; another one ends the playing.</summary>
    [Parameter] public object? Of { get; set; }

    private bool IsPlaying => _timer is not null;

    private string ButtonText => Text[IsPlaying ? nameof(SharedText.Pause) : nameof(SharedText.Play)];

    public void Dispose() => _timer?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (Equals(Of, _playedOf))
            return;
        _playedOf = Of;
        await StopAsync();
    }

    private async Task SlideAsync(ChangeEventArgs position)
    {
        await StopAsync();
        if (int.TryParse(position.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Count)
            await AtChanged.InvokeAsync(index);
    }

    private async Task PlayOrPauseAsync()
    {
        if (IsPlaying)
        {
            await StopAsync();
            return;
        }

        _timer = Time.CreateTimer(_ => _ = InvokeAsync(StepAsync), null, s_pause, s_pause);
        await PlayingChanged.InvokeAsync(true);
        // From the end it begins anew.
        if (At == Count - 1)
            await AtChanged.InvokeAsync(0);
    }

    private async Task StepAsync()
    {
        if (!IsPlaying || IsBusy)
            return;
        var next = At + 1;
        if (next >= Count - 1)
            await StopAsync();
        if (next < Count)
            await AtChanged.InvokeAsync(next);
        StateHasChanged();
    }

    private async Task StopAsync()
    {
        if (!IsPlaying)
            return;
        _timer?.Dispose();
        _timer = null;
        await PlayingChanged.InvokeAsync(false);
    }
}
