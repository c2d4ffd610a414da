namespace CrimeInsight.Web.Cli;

/// <summary>A verb was cancelled after it had changed something: the message says what stands and how to go on.</summary>
internal sealed class VerbCancelledException(string message, OperationCanceledException inner) : OperationCanceledException(message, inner);
