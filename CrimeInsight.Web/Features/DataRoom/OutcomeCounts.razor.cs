using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What became, or would become, of the rows: counts that add up to all of them.</summary>
public sealed partial class OutcomeCounts
{
    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Parameter, EditorRequired] public required OutcomeFigures Figures { get; set; }

    private IEnumerable<(string Kind, string Name, string Hint, long Rows)> Counts =>
    [
        ("accepted", Text[nameof(DataRoomText.Accepted)], Text[nameof(DataRoomText.AcceptedHint)], Figures.Accepted),
        ("updated", Text[nameof(DataRoomText.Updated)], Text[nameof(DataRoomText.UpdatedHint)], Figures.Updated),
        ("duplicates", Text[nameof(DataRoomText.Duplicates)], Text[nameof(DataRoomText.DuplicatesHint)], Figures.Duplicates),
        ("conflicts", Text[nameof(DataRoomText.Conflicts)], Text[nameof(DataRoomText.ConflictsHint)], Figures.Conflicts),
        ("rejected", Text[nameof(DataRoomText.Rejected)], Text[nameof(DataRoomText.RejectedHint)], Figures.Rejected),
    ];
}
