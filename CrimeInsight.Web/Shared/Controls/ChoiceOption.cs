namespace CrimeInsight.Web.Shared.Controls;

/// <param name="Value">What choosing it tells.</param>
/// <param name="Text">In the reader's language.</param>
public sealed record ChoiceOption(string Value, string Text);
