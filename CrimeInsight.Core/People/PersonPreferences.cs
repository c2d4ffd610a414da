namespace CrimeInsight.Core.People;

/// <summary>How a person likes the product to look. Null: not chosen, follow the browser.</summary>
/// <param name="Culture">Culture name, such as <c>hi-IN</c>.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
/// <param name="TextScalePercent">Size of text relative to normal, 100 … 150.</param>
public sealed record PersonPreferences(string? Culture, string? Theme, short? TextScalePercent)
{
    /// <summary>Nothing chosen yet.</summary>
    public static PersonPreferences None { get; } = new(null, null, null);
}
