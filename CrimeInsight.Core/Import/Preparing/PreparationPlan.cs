using System.Text.Json.Serialization;

namespace CrimeInsight.Core.Import.Preparing;

/// <summary>Which steps prepare the rows of a file: the member <c>prepare</c> of a mapping. What a switch is off for is left as it stands.</summary>
public sealed record PreparationPlan
{
    /// <summary>What is done when a mapping says nothing.</summary>
    public static PreparationPlan Default { get; } = new();

    /// <summary>Words for nothing become empty, and remains of HTML text.</summary>
    [JsonPropertyName("cleansing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Cleanses { get; init; } = true;

    /// <summary>Misspelt names that can mean only one thing are put right; otherwise they are refused, with what they may mean.</summary>
    [JsonPropertyName("names")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool CorrectsNames { get; init; } = true;

    /// <summary>Values are taken for what the mapping says they mean.</summary>
    [JsonPropertyName("categories")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool MapsValues { get; init; } = true;

    public bool Has(PreparationStep step) => step switch
    {
        PreparationStep.Cleansing => Cleanses,
        PreparationStep.Names => CorrectsNames,
        PreparationStep.Categories => MapsValues,
        _ => true,
    };

    public PreparationPlan With(PreparationStep step, bool isOn) => step switch
    {
        PreparationStep.Cleansing => this with { Cleanses = isOn },
        PreparationStep.Names => this with { CorrectsNames = isOn },
        PreparationStep.Categories => this with { MapsValues = isOn },
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "The step has no switch."),
    };
}
