using System.Collections.Immutable;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What is odd about the file as a whole.</summary>
public sealed partial class AnomalyList
{
    private const int Most = 12;

    private ReferenceData? _reference;
    private bool _showsAll;

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required TableWords Words { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ForesightDesk Desk { get; init; }

    [Parameter, EditorRequired] public required ImmutableArray<Anomaly> Anomalies { get; set; }

    protected override async Task OnInitializedAsync() => _reference = await Desk.ReferenceAsync(CancellationToken.None);
}
