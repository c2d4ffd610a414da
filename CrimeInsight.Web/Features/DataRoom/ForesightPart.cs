using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>A part of what a check told beside its report: read again for another check.</summary>
public abstract class ForesightPart : ComponentBase
{
    private Guid? _run;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ForesightDesk Desk { get; init; }

    [Parameter, EditorRequired] public Guid Upload { get; set; }

    /// <summary>Of the check.</summary>
    [Parameter, EditorRequired] public Guid Run { get; set; }

    protected ReferenceData? Reference { get; private set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_run == Run)
            return;
        _run = Run;
        Reference = await Desk.ReferenceAsync(CancellationToken.None);
        await ReadAsync();
    }

    protected abstract Task ReadAsync();
}
