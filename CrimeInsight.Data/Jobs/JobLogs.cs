using Hangfire.Logging;
using Microsoft.Extensions.Logging;

namespace CrimeInsight.Data.Jobs;

/// <summary>
/// The job queue's way to the log. It keeps one for the whole process: a site of it that has ended leaves a closed one behind, which
/// must not end the work of another.
/// </summary>
internal sealed class JobLogs(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new JobLog(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new JobLog(null);
        }
    }

    private sealed class JobLog(ILogger? logger) : ILog
    {
        private static readonly EventId s_event = new(0);

        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
        {
            var level = (Microsoft.Extensions.Logging.LogLevel)(int)logLevel;
            try
            {
                if (logger?.IsEnabled(level) != true)
                    return false;
                if (messageFunc?.Invoke() is { } message)
                    logger.Log(level, s_event, message, exception, static (text, _) => text);
                return true;
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }
}
