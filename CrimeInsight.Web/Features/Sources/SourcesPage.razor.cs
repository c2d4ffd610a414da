using CrimeInsight.Core.Sources;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Sources;

/// <summary>All sources, how they stand and when they are read next.</summary>
public sealed partial class SourcesPage : LoadedComponent
{
    private static readonly TimeSpan s_refreshEvery = TimeSpan.FromSeconds(5);
    private IReadOnlyList<Source> _sources = [];

    [Inject] public required IStringLocalizer<SourcesText> Text { get; init; }

    [Inject] public required SourceServices Services { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    private string Failing => string.Join(", ", _sources.Where(source => source.IsFailing).Select(source => source.Edit.Name));

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (RendererInfo.IsInteractive)
            _ = RefreshAsync();
    }

    // As long as something is being read.
    private async Task RefreshAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(s_refreshEvery, Time, Lifetime);
                if (!_sources.Any(source => source.IsOpen))
                    continue;
                await LoadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is left.
        }
    }

    protected override async Task<PanelState> ReadAsync()
    {
        _sources = await Services.ListAsync(Lifetime);
        return _sources.Count == 0 ? PanelState.Empty : PanelState.Ready;
    }
}
