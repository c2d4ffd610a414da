using System.CommandLine;
using CrimeInsight.Core;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Web.Cli;

/// <summary>The verbs of the web binary. Each prints JSON or CSV on standard output and one clear line on standard error when it fails.</summary>
internal static class CommandLine
{
    /// <summary>After Ctrl-C or SIGTERM a verb ends what it does and stops the server it started, which may write for a while.</summary>
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromMinutes(2);

    /// <summary>True when the arguments name a verb or ask for help; anything else serves the site.</summary>
    public static bool IsVerb(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("CrimeInsight: crime analytics for police forces in India. Without a verb it serves the site.");
        foreach (var verb in Verbs())
            root.Subcommands.Add(verb);
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = s_timeToEnd,
            });
        }
        catch (OperatorException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OptionsValidationException invalid)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', invalid.Failures));
            return 1;
        }
        catch (OperationCanceledException cancelled)
        {
            await Console.Error.WriteLineAsync(cancelled is VerbCancelledException ? cancelled.Message : "Cancelled; nothing was changed.");
            return 130;
        }
    }

    private static IEnumerable<Command> Verbs() =>
    [
        AdminVerb.Create(),
        AuditVerb.Create(),
        BatchesVerb.Create(),
        BoundariesVerb.Create(),
        ClusterVerb.Create(),
        DemoVerb.Create(),
        ForecastVerb.Create(),
        ImportVerb.Create(),
        KnoxVerb.Create(),
        OfficialVerb.Create(),
        PlacesVerb.Create(),
        QueryVerb.Create(),
        ScanVerb.Create(),
        SourcesVerb.Create(),
        SpatialVerb.Create(),
    ];
}
