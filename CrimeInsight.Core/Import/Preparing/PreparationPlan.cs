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

    /// <summary>Equal rows without a reference are one case; otherwise as many cases as rows.</summary>
    [JsonPropertyName("duplicates")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool DropsEqualRows { get; init; }

    /// <summary>The place from the station, the day of registration from that of the offence, the status from its dates; otherwise none is.</summary>
    [JsonPropertyName("imputation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Imputes { get; init; } = true;

    /// <summary>Coordinates are read; otherwise they are left out.</summary>
    [JsonPropertyName("geolocation")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Locates { get; init; } = true;

    public bool Has(PreparationStep step) => step switch
    {
        PreparationStep.Cleansing => Cleanses,
        PreparationStep.Names => CorrectsNames,
        PreparationStep.Categories => MapsValues,
        PreparationStep.Duplicates => DropsEqualRows,
        PreparationStep.Imputation => Imputes,
        PreparationStep.Geolocation => Locates,
        _ => true,
    };

    public PreparationPlan With(PreparationStep step, bool isOn) => step switch
    {
        PreparationStep.Cleansing => this with { Cleanses = isOn },
        PreparationStep.Names => this with { CorrectsNames = isOn },
        PreparationStep.Categories => this with { MapsValues = isOn },
        PreparationStep.Duplicates => this with { DropsEqualRows = isOn },
        PreparationStep.Imputation => this with { Imputes = isOn },
        PreparationStep.Geolocation => this with { Locates = isOn },
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "The step has no switch."),
    };
}
