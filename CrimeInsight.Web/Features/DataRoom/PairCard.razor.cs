using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>Two records side by side, with what speaks for their being one case and what against it.</summary>
public sealed partial class PairCard
{
    // Nothing is certain that a person has not decided.
    private const double MostPercent = 99.9;

    private static readonly string[] s_columns =
    [
        "source_reference", "occurred_from", "reported_on", "jurisdiction_code", "head_code", "sections", "status", "victim_gender", "victim_age",
        "offender_gender", "offender_age", "property_value", "place", "modus_operandi", "protected",
    ];

    [Inject] public required IStringLocalizer<DataRoomText> Text { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ContentWords Contents { get; init; }

    [Parameter, EditorRequired] public required LikelyPair Pair { get; set; }

    [Parameter, EditorRequired] public required ReferenceData Reference { get; set; }

    /// <summary>What can be done with it.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string RowsOf(LikelyPair pair) => pair.First.BatchNumber == pair.Second.BatchNumber
        ? Text[nameof(DataRoomText.LikelyRows), Format.Number(pair.First.Row), Format.Number(pair.Second.Row)]
        : Text[nameof(DataRoomText.LikelyRowsOf), Format.Number(pair.First.Row), pair.First.FileName ?? Format.Number(pair.First.BatchNumber),
            Format.Number(pair.Second.Row)];

    private IEnumerable<(string Name, IReadOnlyList<string> Keys)> Grounds(LikelyPair pair)
    {
        if (LikelyWords.For(pair.Agreement).ToList() is { Count: > 0 } forIt)
            yield return (Text[nameof(DataRoomText.LikelyFor)], forIt);
        if (LikelyWords.Against(pair.Agreement).ToList() is { Count: > 0 } against)
            yield return (Text[nameof(DataRoomText.LikelyAgainst)], against);
    }

    // What neither knows is left out.
    private IEnumerable<(string Name, string First, string Second)> Lines(LikelyPair pair) => s_columns
        .Where(name => IsKnown(name, pair.FirstContent) || IsKnown(name, pair.SecondContent))
        .Select(name => (
            DataRoomWords.Field(name), Contents.Of(name, pair.FirstContent, Reference), Contents.Of(name, pair.SecondContent, Reference)));

    private bool IsKnown(string name, ConflictContent content) => name switch
    {
        "source_reference" => content.CaseNumber is not null,
        "protected" => content.IsSensitive,
        _ => ConflictValues.Of(name, content, Reference) is not null,
    };
}
