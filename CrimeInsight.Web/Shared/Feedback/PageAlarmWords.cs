namespace CrimeInsight.Web.Shared.Feedback;

/// <summary>What needs a look, in the reader's language.</summary>
/// <param name="Way">Words of the link.</param>
public sealed record PageAlarmWords(string Title, string Text, string Way, string Url);
