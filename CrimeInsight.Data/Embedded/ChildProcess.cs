using System.ComponentModel;
using System.Diagnostics;
using CrimeInsight.Core;

namespace CrimeInsight.Data.Embedded;

/// <summary>Runs one short program to its end and gives what it printed.</summary>
internal static class ChildProcess
{
    public static (int ExitCode, string Output) Run(string program, IEnumerable<string> arguments, TimeSpan timeout)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = StartOrExplain(start);
        process.StandardInput.Close();
        var output = new System.Text.StringBuilder();
        void Append(object _, DataReceivedEventArgs line)
        {
            if (line.Data is not null)
                lock (output)
                    output.AppendLine(line.Data);
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // The overload with a timeout does not wait for pipes that a daemon started by the program still holds.
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new OperatorException($"'{program}' did not finish within {timeout.TotalSeconds:0} s.");
        }

        Thread.Sleep(20);
        lock (output)
            return (process.ExitCode, output.ToString().Trim());
    }

    private static Process StartOrExplain(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new OperatorException($"'{start.FileName}' could not be started.");
        }
        catch (Win32Exception failure)
        {
            throw new OperatorException(
                $"'{start.FileName}' could not be started: {failure.Message}. Install it, or run the app as an ordinary user.", failure);
        }
    }
}
