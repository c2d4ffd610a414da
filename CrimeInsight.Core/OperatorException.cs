namespace CrimeInsight.Core;

/// <summary>
/// Something the person who runs the server can put right. The message is one plain sentence that names the cause and the
/// remedy; the command line prints it without a stack trace and exits with code 1.
/// </summary>
public sealed class OperatorException : Exception
{
    public OperatorException(string message)
        : base(message)
    {
    }

    public OperatorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
