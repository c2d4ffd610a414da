namespace CrimeInsight.Core.Results;

/// <summary>How a question was answered.</summary>
public enum AnswerState
{
    /// <summary>With what was computed in the background.</summary>
    Stored,

    /// <summary>With what was computed while the person waited.</summary>
    Computed,

    /// <summary>Not yet: it is computed in the background.</summary>
    Computing,

    /// <summary>Not: there is more of it than can be computed.</summary>
    TooLarge,

    /// <summary>Not: figures are withheld to protect victims.</summary>
    Withheld,

    /// <summary>Not: what computes it in the background failed.</summary>
    Failed,
}
