using System.Data.Common;
using System.Globalization;
using CrimeInsight.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CrimeInsight.Web.Shared.Security;

/// <summary>
/// Log lines on the console: for a condition that is known, such as a database that is away, its message; the stack only for what nobody
/// foresaw. What ends the start is told once, by the start itself.
/// </summary>
internal sealed class PlainConsole() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    // The database is shutting down, starting, or full.
    private static readonly string[] s_passing = ["57P", "53"];

    public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter writer)
    {
        if (StartProblem.Of(entry.Exception) is not null)
            return;
        writer.Write(
            string.Create(CultureInfo.InvariantCulture,
                $"{LevelOf(entry.LogLevel)}: {entry.Category}[{entry.EventId.Id}]{Environment.NewLine}      {entry.Formatter(entry.State, entry.Exception)}"));
        if (entry.Exception is { } problem)
            writer.Write(IsKnown(problem) ? $" ({problem.Message})" : Environment.NewLine + problem);
        writer.WriteLine();
    }

    internal static bool IsKnown(Exception problem) => problem switch
    {
        OperatorException or TimeoutException or OperationCanceledException => true,
        DbException failure =>
            failure.IsTransient || (failure.SqlState is { } state && s_passing.Any(passing => state.StartsWith(passing, StringComparison.Ordinal))),
        _ => false,
    };

    private static string LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
