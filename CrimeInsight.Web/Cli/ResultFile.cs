using CrimeInsight.Core;

namespace CrimeInsight.Web.Cli;

/// <summary>A file a verb writes: whole, or not at all.</summary>
internal static class ResultFile
{
    /// <summary>Writes under another name first, so that a failure leaves no half file.</summary>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> content)
    {
        var partial = path + ".partial";
        try
        {
            using (var writer = new StreamWriter(partial))
                content(writer);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The file '{path}' cannot be written: {failure.Message}", failure);
        }
    }
}
