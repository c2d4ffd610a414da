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
        var meter = new Meter(clock);
        var result = await LoadAsync(host, request, meter, cancellationToken);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new { loaded = result.Loaded, present = result.Present, stations = result.Stations, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1) }));
        return 0;
    }

    private static async Task<DemoLoadResult> LoadAsync(VerbHost host, DemoRequest request, Meter meter, CancellationToken cancellationToken)
    {
        try
        {
            return await host.Services.GetRequiredService<IDemoDataLoader>().LoadAsync(request, meter, cancellationToken);
        }
        catch (OperationCanceledException cancelled) when (meter.HasBegun)
        {
            throw new VerbCancelledException(meter.WhatStands(), cancelled);
        }
    }

    // One line on standard error, rewritten in a terminal, one line per tenth elsewhere.
    private sealed class Meter(Stopwatch clock) : IProgress<DemoLoadProgress>
    {
        private readonly List<int> _years = [];
        private DemoLoadProgress? _last;
        private long _shown = -1;

        public bool HasBegun => _years.Count > 0;

        /// <summary>A year is loaded whole or not at all, and the next is only begun when it is.</summary>
        public string WhatStands()
        {
            if (_last is { } last && last.Done >= last.Total)
                return "Cancelled at the end; every year is loaded and stays.";
            var whole = string.Join(", ", _years.SkipLast(1));
            return whole.Length == 0
                ? "Cancelled before a year was complete; no case was added. The same command starts again."
                : $"Cancelled. Loaded and kept: {whole}. The same command goes on with the years that are missing.";
        }

        public void Report(DemoLoadProgress value)
        {
            _last = value;
            if (value.Year > 0 && !_years.Contains(value.Year))
                _years.Add(value.Year);
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
