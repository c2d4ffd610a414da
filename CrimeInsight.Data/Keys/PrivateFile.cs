using System.Text;
using CrimeInsight.Core;

namespace CrimeInsight.Data.Keys;

/// <summary>Small files that only the app's user may read.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The text of a file; when there is none it is made, once by however many processes.</summary>
    /// <exception cref="OperatorException">It cannot be read or made.</exception>
    public static string ReadOrCreate(string path, Func<string> make)
    {
        try
        {
            if (!File.Exists(path))
                Create(path, make());
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(
                $"'{path}' cannot be read or made ({failure.Message}). Give the app's user the folder, or name another by Keys__Folder.", failure);
        }
    }

    /// <summary>How to open a file that, if it is new, nobody else may read.</summary>
    public static FileStreamOptions Options(FileMode mode, FileAccess access, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode is not (FileMode.Open or FileMode.Truncate))
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    /// <summary>Opens a file for this process alone; one that an earlier version left open to all is closed to them.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static FileStream OpenLock(string path)
    {
        var held = new FileStream(path, Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(held.SafeFileHandle, OwnerOnly);
        return held;
    }

    // Whole or not at all, and never over one that another process has made meanwhile.
    private static void Create(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        using (var stream = new FileStream(temporary, Options(FileMode.CreateNew, FileAccess.Write)))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
