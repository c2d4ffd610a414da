using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Web.Features.DemoData;

namespace CrimeInsight.Web.Cli;

/// <summary><c>demo</c>: makes synthetic incidents and loads them; interrupted, the same command goes on.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var incidents = new Option<int>("--incidents") { Description = "Number of incidents over all years", DefaultValueFactory = _ => DemoDataOptions.UsualIncidents };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same incidents on every machine", DefaultValueFactory = _ => DemoDataOptions.UsualSeed };
        incidents.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > DemoRequest.MostIncidents)
                result.AddError($"--incidents must be 1 to {DemoRequest.MostIncidents}.");
        });
        var command = new Command("demo", "Makes synthetic incidents calibrated to official figures and loads them into an empty database. Prints { loaded, present, stations, seconds }.") { incidents, seed };
        command.SetAction((parsed, cancellation) => RunAsync(new DemoRequest(parsed.GetValue(incidents), parsed.GetValue(seed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DemoRequest request, CancellationToken cancellationToken)
    {
        await using var host = await VerbHost.OpenAsync(cancellationToken);
        var clock = Stopwatch.StartNew();
        if (host.Services.GetRequiredService<CrimeDatabase>().IsEmbedded)
            await host.Services.GetRequiredService<IDemoAccounts>().EnsureAsync(cancellationToken);
        var result = await host.Services.GetRequiredService<IDemoDataLoader>().LoadAsync(request, new Meter(clock), cancellationToken);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new { loaded = result.Loaded, present = result.Present, stations = result.Stations, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1) }));
        return 0;
    }

    // One line on standard error, rewritten in a terminal, one line per tenth elsewhere.
    private sealed class Meter(Stopwatch clock) : IProgress<DemoLoadProgress>
    {
        private long _shown = -1;

        public void Report(DemoLoadProgress value)
        {
            var percent = value.Total == 0 ? 100 : value.Done * 100 / value.Total;
            if (Console.IsErrorRedirected && percent / 10 == _shown / 10 && _shown >= 0)
                return;
            _shown = percent;
            var left = percent == 0 ? 0 : clock.Elapsed.TotalSeconds * (100 - percent) / percent;
            var line = string.Create(CultureInfo.InvariantCulture, $"{value.Year}: {value.Done} of {value.Total} ({percent} %), {left:F0} s left");
            Console.Error.Write(Console.IsErrorRedirected ? line + Environment.NewLine : "\r" + line + "   " + (percent == 100 ? Environment.NewLine : ""));
        }
    }
}
